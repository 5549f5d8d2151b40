import assert from 'node:assert/strict';
import { formatVariants, parseVariants, variantsObstacle } from '../../../../src/core/experiment/variants';

const parsed = (text: string) => {
  const result = parseVariants(text);
  return 'variants' in result ? formatVariants(result.variants) : undefined;
};
const problem = (text: string) => {
  const result = parseVariants(text);
  return 'problem' in result ? result.problem : undefined;
};
const evenly = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: index === 0 ? 'control' : `v${index}`,
    rolloutPercent: index === 0 ? 100 - 5 * (count - 1) : 5,
  }));

describe('Variants in one line', () => {
  it('are keys and shares, in the ways people write them', () => {
    for (const text of [
      'control 50, test 50',
      ' control  50 ,test 50 ',
      'control: 50, test: 50',
      'control:50%, test 50 %',
    ]) {
      assert.equal(parsed(text), 'control 50, test 50', text);
    }
    assert.equal(parsed('control 33, a 33, b 34'), 'control 33, a 33, b 34');
    assert.equal(parsed('control 100, test 0'), 'control 100, test 0');
  });

  it('come back as they were written', () => {
    const text = 'control 34, new-layout 33, old_layout 33';
    assert.equal(parsed(text), text);
  });

  it('name the part that cannot be read', () => {
    assert.match(problem('control 50, test') ?? '', /"test"/);
    assert.match(problem('control 50,') ?? '', /""/);
    assert.match(problem('control 50.5, test 49.5') ?? '', /"control 50\.5"/);
    assert.match(problem('control -50, test 150') ?? '', /"control -50"/);
    assert.notEqual(problem(''), undefined);
  });

  it('obey the rules of PostHog', () => {
    assert.match(problem('control 50, test 40') ?? '', /sum to 90/);
    assert.match(problem('a 50, b 50') ?? '', /control/);
    assert.match(problem('Control 50, test 50') ?? '', /control/);
    assert.match(problem('control 50, control 50') ?? '', /same key/);
    assert.match(problem('control 50, a.b 50') ?? '', /"a\.b"/);
    assert.match(problem('control 100') ?? '', /2 to 20/);
    for (const [control, test] of [
      [150, -50],
      [33.5, 66.5],
      [Number.NaN, 100],
      [Infinity, -Infinity],
    ]) {
      const shares = [control, test].map((rolloutPercent = 0, index) => ({
        key: index === 0 ? 'control' : 'test',
        rolloutPercent,
      }));
      assert.match(variantsObstacle(shares) ?? '', /whole number from 0 to 100; that of "control"/);
    }
    assert.equal(variantsObstacle(evenly(20)), undefined);
    assert.match(variantsObstacle(evenly(21)) ?? '', /2 to 20/);
  });
});
