import assert from 'node:assert/strict';
import { testSampleRatio } from '../../../../src/core/experiment/sampleRatio';

const half = (key: string) => ({ key, rolloutPercent: 50 });
const variants = [half('control'), half('test')];
const exposures = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts));
const skewed = exposures({ control: 900, test: 100 });

describe('The split of exposures', () => {
  it('is measured by what the shares of the flag would give', () => {
    const uneven = [
      { key: 'control', rolloutPercent: 80 },
      { key: 'test', rolloutPercent: 20 },
    ];
    assert.equal(testSampleRatio(uneven, exposures({ control: 800, test: 200 }))?.isMismatch, false);
    assert.equal(testSampleRatio(uneven, exposures({ control: 500, test: 500 }))?.isMismatch, true);
  });

  it('leaves out excluded variants, and those that get no traffic', () => {
    const third = { key: 'third', rolloutPercent: 50 };
    const counts = exposures({ control: 500, test: 500, third: 10 });
    assert.equal(testSampleRatio([...variants, third], counts)?.isMismatch, true);
    assert.equal(testSampleRatio([...variants, third], counts, ['third'])?.isMismatch, false);
    assert.equal(testSampleRatio([...variants, { ...third, rolloutPercent: 0 }], counts)?.isMismatch, false);
  });

  it('is not judged where it cannot be', () => {
    assert.equal(testSampleRatio(variants, exposures({ control: 90, test: 9 })), undefined);
    assert.ok(testSampleRatio(variants, exposures({ control: 91, test: 9 })));
    assert.equal(testSampleRatio(variants, skewed, ['test']), undefined);
    assert.equal(testSampleRatio([half('control')], skewed), undefined);
    assert.equal(testSampleRatio([], skewed), undefined);
    const unknown = { key: 'test', rolloutPercent: undefined };
    assert.equal(testSampleRatio([half('control'), unknown], skewed), undefined);
  });

  it('does not count users of no variant of the flag', () => {
    const counts = exposures({ control: 50, test: 49, $multiple: 5_000, gone: 5_000 });
    assert.equal(testSampleRatio(variants, counts), undefined);
  });

  it('does not depend on the order of variants, nor on the scale of their shares', () => {
    const p = testSampleRatio(variants, exposures({ control: 520, test: 480 }))?.pValue;
    const other = variants.toReversed().map(({ key }) => ({ key, rolloutPercent: 7 }));
    assert.ok(
      Math.abs((testSampleRatio(other, exposures({ test: 480, control: 520 }))?.pValue ?? 0) - (p ?? 1)) <
        1e-12,
    );
  });
});
