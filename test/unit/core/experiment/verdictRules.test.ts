import assert from 'node:assert/strict';
import { judgeVariant, type VerdictWord } from '../../../../src/core/experiment/verdict';
import { numbersText } from '../../../../src/core/experiment/verdictSentence';
import type { Metric } from '../../../../src/core/model/metric';
import type { MetricResult, VariantResult } from '../../../../src/core/model/metricResult';
import { compareVariants } from '../../../../src/core/statistics/compareVariants';
import { aDetail, aMetric, aSample, aVariantResult } from '../../support/models';

const swapped: Readonly<Partial<Record<VerdictWord, VerdictWord>>> = {
  won: 'lost',
  lost: 'won',
  leading: 'trailing',
  trailing: 'leading',
};
const turned = (word: VerdictWord) => swapped[word] ?? word;

/** The same numbers every time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

interface Arm {
  readonly samples: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** A mean as PostHog would answer it. */
function answer(baseline: Arm, variant: Arm, keys = ['control', 'test']): MetricResult {
  const sample = ({ samples, sum, sumSquares }: Arm) =>
    ({ type: 'mean', n: samples, sum, sumSquares }) as const;
  const compared = compareVariants(sample(variant), sample(baseline), { kind: 'bayesian', level: 0.95 });
  return {
    baseline: aSample({ ...baseline, key: keys[0] ?? '' }),
    variants: [
      aVariantResult({
        ...variant,
        key: keys[1] ?? '',
        significant: compared?.significant,
        interval: compared?.interval,
        chanceToWin: compared?.chanceToWin,
      }),
    ],
  };
}

function said(result: MetricResult, goal: Metric['goal']) {
  const [variant] = result.variants;
  assert.ok(variant);
  const text = numbersText(result, variant, aMetric({ goal }), aDetail().statistics);
  return { ...judgeVariant(result, variant, aMetric({ goal })), text, variant };
}

describe('The rules of a verdict, over many results', () => {
  const next = numbers(20_261_125);
  const arm = (): Arm => {
    const samples = 60 + Math.floor(next() * 20_000);
    const mean = 0.2 + next() * 5;
    return { samples, sum: samples * mean, sumSquares: samples * (mean * mean + 0.5 + next() * 4) };
  };
  const pairs = Array.from({ length: 500 }, () => [arm(), arm()] as const);

  it('another goal swaps won and lost, leading and trailing, and takes the chance from the other side', () => {
    for (const [baseline, variant] of pairs) {
      const result = answer(baseline, variant);
      const [up, down] = [said(result, 'increase'), said(result, 'decrease')];
      assert.equal(down.word, turned(up.word));
      assert.equal(down.change, up.change);
      const chance = up.variant.chanceToWin ?? Number.NaN;
      const flipped = { ...result, variants: [{ ...up.variant, chanceToWin: 1 - chance }] };
      assert.equal(down.text.replace(', lower is better', ''), said(flipped, 'increase').text);
    }
  });

  it('another unit of the metric leaves change, interval and verdict', () => {
    for (const [baseline, variant] of pairs) {
      const scaled = ({ samples, sum, sumSquares }: Arm): Arm => ({
        samples,
        sum: sum * 1024,
        sumSquares: sumSquares * 1024 * 1024,
      });
      const [before, after] = [
        said(answer(baseline, variant), 'increase'),
        said(answer(scaled(baseline), scaled(variant)), 'increase'),
      ];
      assert.deepEqual([after.word, after.text], [before.word, before.text]);
    }
  });

  it('another baseline turns the sign round', () => {
    for (const [baseline, variant] of pairs) {
      const [there, back] = [
        said(answer(baseline, variant), 'increase'),
        said(answer(variant, baseline, ['test', 'control']), 'increase'),
      ];
      if (Math.abs(there.change ?? 0) < 0.01) continue;
      assert.equal(Math.sign(there.change ?? 0), -Math.sign(back.change ?? 0));
    }
  });
});

describe('A verdict where the server gives an interval and a reason against it', () => {
  it('is not enough data, whoever has too few', () => {
    const variant = aVariantResult({ validationFailures: ['not-enough-exposures'], samples: 40 });
    const verdict = judgeVariant({ baseline: aSample(), variants: [variant] }, variant, aMetric());
    assert.deepEqual([verdict.word, verdict.change], ['notEnoughData', undefined]);
  });

  it('is what the server calls significant, whatever the interval', () => {
    const words = (parts: Partial<VariantResult>) => {
      const variant = aVariantResult(parts);
      const { word, borderline } = judgeVariant(
        { baseline: aSample(), variants: [variant] },
        variant,
        aMetric(),
      );
      return [word, borderline];
    };
    assert.deepEqual(words({ significant: true, interval: [-0.087, 1.36] }), ['won', true]);
    assert.deepEqual(words({ significant: false, interval: [0.1, 1.36] }), ['leading', false]);
    assert.deepEqual(words({ significant: undefined, interval: [0.1, 1.36] }), ['leading', false]);
  });
});
