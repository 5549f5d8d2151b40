/** What the results can look like, by name. */
import { planOf } from '../unit/support/results';
import { hostileName } from './sampleExperiment';
import {
  asMean,
  borderline,
  failedWith,
  flat,
  leading,
  lost,
  outcomeOf,
  type ResultsPlan,
  sampleMetric,
  sampleOf,
  silent,
  tooFew,
  trailing,
  variantOf,
  won,
} from './sampleResults';

const minuteMs = 60_000;
const dayMs = 24 * 3_600_000;
const purchase = sampleMetric('Purchase');
const basket = sampleMetric('Average basket', { type: 'mean', definition: {} });
const returning = sampleMetric('Back within a week', { type: 'retention', definition: {} });
const secondary = { role: 'secondary' } as const;
const early = planOf(40_000);
const statistics = {
  method: 'bayesian',
  level: 0.95,
  difference: 'relative',
  baselineVariantKey: undefined,
  sequential: undefined,
} as const;
export const manyKeys = ['control', 'shorter', 'longer', 'emoji'];
export const manyMetrics = 12;

/** Twelve metrics of four variants, one of which is far wider than the others. */
export function manyResults(): ResultsPlan {
  const outcomes = Array.from({ length: manyMetrics }, (_, index) => {
    const variants = manyKeys.slice(1).map((key, place) => {
      const middle = ((index * 7 + place * 5) % 13) / 40 - 0.15;
      const half = 0.05 + ((index + place) % 4) / 20 + (index === 4 && place === 1 ? 2 : 0);
      const significant = Math.abs(middle) > half;
      return variantOf(
        sampleOf(key, 5_000 + place, Math.round(590 * (1 + middle))),
        [middle - half, middle + half],
        {
          significant,
          chanceToWin: significant ? (middle > 0 ? 0.991 : 0.004) : 0.6,
        },
      );
    });
    const result = { baseline: sampleOf('control', 5_003, 590), variants };
    return outcomeOf(sampleMetric(`Metric number ${index + 1}`), result, {
      role: index < 4 ? 'primary' : 'secondary',
    });
  });
  const variants = manyKeys.map((key) => ({ key, name: undefined, rolloutPercent: 25 }));
  return { outcomes, detail: { variants } };
}

function hostile(): ResultsPlan {
  const key = `<b>bold</b>](command:x) \u202Etset\u202C ${'long'.repeat(80)}`;
  const name = hostileName;
  const [variant] = won.variants;
  const result = {
    baseline: { ...won.baseline, key: 'control' },
    variants: variant ? [{ ...variant, key }] : [],
    breakdowns: [{ values: [hostileName], baseline: won.baseline, variants: won.variants }],
  };
  const series = [{ event: hostileName }, { event: '=HYPERLINK("x")' }];
  return {
    outcomes: [
      outcomeOf(sampleMetric(name, { definition: { series } }), result),
      outcomeOf(sampleMetric('Second'), undefined, { ...secondary, error: hostileName }),
    ],
    detail: {
      holdout: { id: 1, name: hostileName },
      excludedVariants: [`${key} too`],
      variants: ['control', key].map((each) => ({ key: each, name: undefined, rolloutPercent: 50 })),
    },
  };
}

const breakdowns = ['iPhone', 'Android', '(none)'].map((value, index) => ({
  values: [value],
  baseline: sampleOf('control', 3_000 - index, 350),
  variants: [
    variantOf(sampleOf('test', 3_010, Math.round(351 * (1.075 + index / 100))), [-0.05 + index / 50, 0.2]),
  ],
}));

export const resultsPlans: Readonly<Record<string, ResultsPlan>> = {
  'results-waiting': {
    outcomes: [outcomeOf(purchase, undefined), outcomeOf(basket, undefined, secondary)],
    loading: true,
  },
  'results-computing': {
    outcomes: [
      outcomeOf(purchase, won),
      outcomeOf(basket, undefined),
      outcomeOf(returning, undefined, secondary),
    ],
    readings: (nowMs) => ({
      'Average basket': { state: 'computing', sinceMs: nowMs - 2 * minuteMs },
      'Back within a week': { state: 'waiting' },
    }),
  },
  'results-verdicts': {
    outcomes: [
      outcomeOf(purchase, won),
      outcomeOf(sampleMetric('Refunds'), lost),
      outcomeOf(sampleMetric('Visits'), leading),
      outcomeOf(sampleMetric('Trailing visits'), trailing),
      outcomeOf(sampleMetric('Clicks'), borderline),
      outcomeOf(sampleMetric('Searches'), flat),
      outcomeOf(sampleMetric('Rare event'), silent),
      outcomeOf(sampleMetric('New metric'), undefined, { noDays: 'edited' }),
      outcomeOf(basket, asMean({ ...won, breakdowns }), secondary),
    ],
  },
  'results-early': {
    outcomes: [outcomeOf(purchase, won), outcomeOf(basket, asMean(leading), secondary)],
    detail: early,
  },
  'results-hidden': {
    outcomes: [outcomeOf(purchase, won), outcomeOf(basket, asMean(leading), secondary)],
    detail: early,
    hidesEarly: true,
  },
  'results-borderline': { outcomes: [outcomeOf(purchase, borderline)] },
  'results-few': { outcomes: [outcomeOf(purchase, tooFew)], detail: early },
  'results-stale': { outcomes: [outcomeOf(purchase, won)], ageMs: 41 * dayMs },
  'results-failed': {
    outcomes: [
      outcomeOf(purchase, won),
      outcomeOf(basket, asMean(leading), { error: 'Query exceeded the memory limit.' }),
      outcomeOf(sampleMetric('Visits'), undefined, { ...secondary, error: 'Timed out.' }),
      outcomeOf(returning, undefined, secondary),
    ],
    readings: () => ({ 'Back within a week': { state: 'cancelled' } }),
    ageMs: dayMs,
  },
  'results-no-scope': {
    outcomes: [
      outcomeOf(purchase, won),
      outcomeOf(returning, undefined),
      outcomeOf(basket, undefined, secondary),
    ],
    readings: (nowMs) => {
      const error = failedWith("API key missing required scope 'query:read'.", 'forbidden');
      const failed = { state: 'failed', error, failedMs: nowMs } as const;
      return { 'Back within a week': failed, 'Average basket': failed };
    },
  },
  'results-no-primary': { outcomes: [outcomeOf(basket, asMean(leading), secondary)] },
  'results-many': manyResults(),
  'results-decrease': {
    outcomes: [
      outcomeOf(
        sampleMetric('Rage clicks', { goal: 'decrease', type: 'mean', definition: {} }),
        asMean(lost),
      ),
    ],
  },
  'results-absolute': {
    outcomes: [
      outcomeOf(purchase, {
        baseline: won.baseline,
        variants: won.variants.map((each) => ({ ...each, interval: [0.0054, 0.025] as const })),
      }),
      outcomeOf(basket, {
        ...asMean(won),
        variants: asMean(won).variants.map((each) => ({
          ...each,
          interval: [-0.6, 12.8] as const,
          chanceToWin: 0.963,
          significant: false,
        })),
      }),
    ],
    detail: { statistics: { ...statistics, difference: 'absolute' } },
  },
  'results-sequential': {
    outcomes: [
      outcomeOf(purchase, {
        baseline: won.baseline,
        variants: won.variants.map((each) => ({
          ...each,
          method: 'frequentist' as const,
          significant: false,
          chanceToWin: undefined,
          pValue: 1,
          interval: [-0.1, 0.353] as const,
        })),
      }),
    ],
    detail: { statistics: { ...statistics, method: 'frequentist', level: 0.9, sequential: true } },
  },
  'results-legacy': {
    outcomes: [
      outcomeOf(sampleMetric('Old trend', { uuid: undefined, type: 'legacy', definition: {} }), undefined),
      outcomeOf(purchase, undefined, { isLegacy: true }),
    ],
  },
  'results-hostile': hostile(),
};
