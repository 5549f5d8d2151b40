import assert from 'node:assert/strict';
import { testSampleRatio } from '../../../../src/core/experiment/sampleRatio';
import { judgeVariant } from '../../../../src/core/experiment/verdict';
import { formatChanceToWin } from '../../../../src/shared/format';
import { aResult, aVariantResult } from '../../support/models';
import { expectValue, type Expectation } from '../statistics/expectation';
import goldenReadings from './goldenReadings.json';

type Goal = 'increase' | 'decrease';

/** What PostHog's own tests assert of these rules, or what scipy computes from their formulas. */
type GoldenReading = { readonly id: string } & (
  | {
      readonly fn: 'sampleRatio';
      readonly input: { readonly shares: Counts; readonly exposures: Counts };
      readonly expect: {
        readonly pValue: Expectation;
        readonly expected: Readonly<Record<string, Expectation>>;
      } | null;
    }
  | {
      readonly fn: 'isGood';
      readonly input: { readonly interval: readonly [number, number] | null; readonly goal: Goal };
      readonly expect: boolean | null;
    }
  | {
      readonly fn: 'chanceToWinText';
      readonly input: { readonly chanceToWin: number; readonly goal: Goal };
      readonly expect: string;
    }
);
type Counts = Readonly<Record<string, number>>;

const readings = goldenReadings as unknown as readonly GoldenReading[];
/** A reading that is lost does not go unnoticed. */
const expectedCounts = { sampleRatio: 12, chanceToWinText: 4, isGood: 4 };

describe('golden readings', () => {
  it('are all there, once', () => {
    const counts: Record<string, number> = {};
    for (const { fn } of readings) counts[fn] = (counts[fn] ?? 0) + 1;
    assert.deepEqual(counts, expectedCounts);
    assert.equal(new Set(readings.map(({ id }) => id)).size, readings.length);
  });

  for (const reading of readings) it(reading.id, () => check(reading));
});

function check(reading: GoldenReading): void {
  switch (reading.fn) {
    case 'sampleRatio': {
      const variants = Object.entries(reading.input.shares).map(([key, rolloutPercent]) => ({
        key,
        rolloutPercent,
      }));
      const ratio = testSampleRatio(variants, new Map(Object.entries(reading.input.exposures)));
      assert.equal(ratio === undefined, reading.expect === null);
      if (!reading.expect) return;
      expectValue('pValue', ratio?.pValue, reading.expect.pValue);
      assert.equal(ratio?.isMismatch, (ratio?.pValue ?? 1) < 0.001);
      for (const [key, expected] of Object.entries(reading.expect.expected)) {
        expectValue(key, ratio?.expected.get(key), expected);
      }
      return;
    }
    case 'isGood': {
      const { interval, goal } = reading.input;
      const variant = aVariantResult({ interval: interval ?? undefined });
      const { word } = judgeVariant(aResult(variant), variant, { goal, type: 'mean' });
      const good = word === 'won' ? true : word === 'lost' ? false : null;
      assert.equal(good, reading.expect);
      return;
    }
    case 'chanceToWinText':
      assert.equal(formatChanceToWin(reading.input.chanceToWin, reading.input.goal), reading.expect);
  }
}
