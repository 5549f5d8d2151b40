import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  compareOrRefuse,
  compareVariants,
  type Difference,
  type Method,
  type Sample,
} from '../../../../src/core/statistics/compareVariants';
import { type RefusalReason, StatisticsRefusal } from '../../../../src/core/statistics/refusal';
import { expectValue, type Expectation } from './expectation';

const bayesian: Method = { kind: 'bayesian', level: 0.95 };
const frequentist: Method = { kind: 'frequentist', alpha: 0.05 };
const sequential: Method = { ...frequentist, sequentialTuning: 5000 };

/** Answers of real PostHog servers, digit for digit. */
const recorded: readonly {
  readonly title: string;
  readonly treatment: Sample;
  readonly baseline: Sample;
  readonly method: Method;
  readonly expect: Readonly<Record<'interval' | 'chanceToWin' | 'pValue' | 'significant', Expectation>>;
}[] = [
  {
    title: 'a mean, Bayesian',
    treatment: mean(874, 1236, 2634),
    baseline: mean(989, 1636, 3760),
    method: bayesian,
    expect: {
      interval: [near(-0.19740467628759228), near(-0.09277676754203046)],
      chanceToWin: near(2.7262704800611193e-8),
      pValue: null,
      significant: true,
    },
  },
  {
    title: 'a ratio, Bayesian',
    treatment: {
      type: 'ratio',
      n: 874,
      sum: 705,
      sumSquares: 705,
      denominatorSum: 1236,
      denominatorSumSquares: 2634,
      numeratorDenominatorSumProduct: 1236,
    },
    baseline: {
      type: 'ratio',
      n: 989,
      sum: 859,
      sumSquares: 859,
      denominatorSum: 1636,
      denominatorSumSquares: 3760,
      numeratorDenominatorSumProduct: 1636,
    },
    method: bayesian,
    expect: {
      interval: [near(0.03653074985064239), near(0.13612429044231514)],
      chanceToWin: near(0.9996603338403114),
      pValue: null,
      significant: true,
    },
  },
  {
    title: 'a mean, frequentist',
    treatment: mean(362, 122, 122),
    baseline: mean(352, 84, 84),
    method: frequentist,
    expect: {
      interval: [near(0.07793147405845363), near(0.7465883891354428)],
      chanceToWin: null,
      pValue: near(0.01572972589790078),
      significant: true,
    },
  },
  {
    title: 'a funnel, frequentist',
    treatment: proportion(1555, 99),
    baseline: proportion(1551, 176),
    method: frequentist,
    expect: {
      interval: [near(-0.5713938333294022), near(-0.30650005734583885)],
      chanceToWin: null,
      pValue: near(9.522627131275385e-11, 1e-5),
      significant: true,
    },
  },
];

const refused: readonly (readonly [RefusalReason, string, Sample, Sample, Method, Difference?])[] = [
  ['mixed-types', 'a mean against a proportion', mean(100, 550, 3050), proportion(100, 50), frequentist],
  ['no-variance', 'users who are all alike', mean(100, 200, 400), mean(100, 100, 100), bayesian],
  ['no-variance', 'users who are all alike, frequentist', mean(9, 18, 36), mean(9, 9, 9), frequentist],
  ['baseline-not-positive', 'a baseline of zero', mean(100, 100, 200), mean(100, 0, 50), bayesian],
  ['baseline-not-positive', 'a baseline below zero', mean(100, 100, 200), mean(100, -90, 200), bayesian],
  ['baseline-zero', 'a baseline of zero, frequentist', mean(100, 100, 200), mean(100, 0, 50), frequentist],
  ['too-few-outcomes', 'four conversions', proportion(1000, 4), proportion(1000, 50), bayesian],
  ['too-few-outcomes', 'four baseline users left', proportion(1000, 900), proportion(1000, 996), bayesian],
  ['too-few-outcomes', 'the same, absolute', proportion(1000, 4), proportion(1000, 50), bayesian, 'absolute'],
  ['too-few-samples', 'four users', mean(4, 5, 9), mean(90, 100, 200), frequentist],
  ['too-few-samples', 'four baseline users', mean(90, 100, 200), mean(4, 5, 9), sequential],
  ['denominator-zero', 'no denominator events', ratio(0), ratio(100), bayesian],
  ['invalid-input', 'no users', mean(0, 0, 0), mean(90, 100, 200), bayesian],
  ['invalid-input', 'more conversions than users', proportion(90, 91), proportion(90, 40), bayesian],
  ['invalid-input', 'squares too small', mean(90, 100, 50), mean(90, 100, 200), frequentist],
  ['invalid-input', 'a missing number', mean(90, Number.NaN, 50), mean(90, 100, 200), frequentist],
  [
    'invalid-input',
    'a level in percent',
    mean(90, 95, 200),
    mean(90, 90, 200),
    { kind: 'bayesian', level: 95 },
  ],
  [
    'invalid-input',
    'an alpha of zero',
    mean(90, 95, 200),
    mean(90, 90, 200),
    { kind: 'frequentist', alpha: 0 },
  ],
  [
    'invalid-input',
    'no tuning',
    mean(90, 95, 200),
    mean(90, 90, 200),
    { ...frequentist, sequentialTuning: 0 },
  ],
];

describe('compareVariants', () => {
  for (const { title, treatment, baseline, method, expect } of recorded) {
    it(`agrees with a recorded answer: ${title}`, () => {
      const comparison = compareVariants(treatment, baseline, method);
      assert.ok(comparison);
      const { interval, chanceToWin, pValue, significant } = comparison;
      expectValue('interval', interval, expect.interval);
      expectValue('chanceToWin', chanceToWin, expect.chanceToWin);
      expectValue('pValue', pValue, expect.pValue);
      expectValue('significant', significant, expect.significant);
    });
  }

  for (const [reason, title, ...question] of refused) {
    it(`refuses ${title}: ${reason}`, () => {
      assert.equal(compareVariants(...question), undefined);
      assert.throws(
        () => compareOrRefuse(...question),
        (error) => error instanceof StatisticsRefusal && error.reason === reason,
      );
    });
  }

  it('compares with a baseline of zero or below absolutely', () => {
    const comparison = compareVariants(mean(100, 100, 200), mean(100, -90, 200), bayesian, 'absolute');
    expectValue('estimate', comparison?.estimate, 1.9);
  });

  it('calls a borderline result significant although the interval holds zero', () => {
    const comparison = compareVariants(proportion(5000, 557), proportion(5000, 500), bayesian);
    assert.ok(comparison);
    assert.ok(comparison.significant && comparison.interval[0] < 0 && comparison.interval[1] > 0);
  });

  it('does not depend on the unit of a mean', () => {
    for (const method of [bayesian, frequentist, sequential]) {
      const inEuros = compareVariants(mean(900, 1300, 9000), mean(910, 1200, 8800), method);
      const inCents = compareVariants(mean(900, 130000, 9e7), mean(910, 120000, 8.8e7), method);
      assert.ok(inEuros && inCents);
      expectValue(
        'interval',
        inCents.interval,
        inEuros.interval.map((bound) => near(bound)),
      );
      assert.equal(inCents.significant, inEuros.significant);
    }
  });

  it('turns about when the variants change places', () => {
    const one = compareVariants(proportion(900, 210), proportion(950, 190), bayesian, 'absolute');
    const other = compareVariants(proportion(950, 190), proportion(900, 210), bayesian, 'absolute');
    assert.ok(one?.chanceToWin && other);
    expectValue('estimate', other.estimate, -one.estimate);
    expectValue('interval', other.interval, [-one.interval[1], -one.interval[0]]);
    expectValue('chanceToWin', other.chanceToWin, 1 - one.chanceToWin);
  });

  it('keeps interval and p-value in agreement', () => {
    for (const method of [frequentist, sequential]) {
      const verdicts = new Set<boolean>();
      for (let converted = 480; converted <= 720; converted += 10) {
        const comparison = compareVariants(proportion(5000, converted), proportion(5000, 500), method);
        assert.ok(comparison);
        const [lower, upper] = comparison.interval;
        assert.equal(comparison.significant, lower > 0 || upper < 0);
        verdicts.add(comparison.significant);
      }
      assert.equal(verdicts.size, 2);
    }
  });

  it('does not hide a defect as a refusal', () => {
    const broken: Sample = {
      ...mean(100, 100, 200),
      get sum(): number {
        throw new RangeError('defect');
      },
    };
    assert.throws(() => compareVariants(broken, mean(100, 100, 200), bayesian), RangeError);
  });
});

function mean(n: number, sum: number, sumSquares: number): Sample {
  return { type: 'mean', n, sum, sumSquares };
}

function proportion(n: number, sum: number): Sample {
  return { type: 'proportion', n, sum };
}

function ratio(denominatorSum: number): Sample {
  return {
    type: 'ratio',
    n: 100,
    sum: 40,
    sumSquares: 50,
    denominatorSum,
    denominatorSumSquares: 2 * denominatorSum,
    numeratorDenominatorSumProduct: 0.5 * denominatorSum,
  };
}

function near(rel: number, tol = 1e-9): Expectation {
  return { rel, tol };
}
