import assert from 'node:assert/strict';
import { evenSplit, findBiasRisk, type MultipleHandling } from '../../../../src/core/experiment/biasRisk';
import { baselineValue, baselineVariance } from '../../../../src/core/experiment/planBasis';
import { mayHideTesters } from '../../../../src/core/experiment/testFilter';
import { judgeVariant } from '../../../../src/core/experiment/verdict';
import { type PlanType, requiredDays, requiredSample } from '../../../../src/shared/sampleSize';
import { aSample, aVariantResult } from '../../support/models';
import { type Expectation, expectValue, type Outcome } from '../statistics/expectation';
import goldenPlans from './goldenPlans.json';

type Counts = Readonly<Record<string, number>>;
interface PlanInput {
  readonly type: PlanType;
  readonly value?: number;
  readonly baseline?: Parameters<typeof aSample>[0];
}

/** What PostHog's own tests assert of planning and health, computed here. */
const rules = {
  planBaseline: ({ type, baseline }: PlanInput) => ({
    value: baselineValue(type, aSample({ ...none, ...baseline })),
  }),
  // A funnel's variance is no part of its answer there: it follows from the share alone.
  planVariance: ({ type, value = 0, baseline }: PlanInput) => ({
    value: type === 'funnel' ? undefined : baselineVariance(type, value, aSample({ ...none, ...baseline })),
  }),
  sampleSize: ({
    type,
    value = 0,
    mde,
    variants,
    baseline,
  }: PlanInput & { mde: number; variants: number }) => {
    const variance = baselineVariance(type, value, aSample({ ...none, samples: 0, ...baseline }));
    const basis = variance === undefined ? undefined : { baseline: value, variance, variants };
    return { value: basis && requiredSample(basis, mde) };
  },
  requiredDays: ({ sampleSize, rate }: { sampleSize: number | null; rate: number | null }) => ({
    value: requiredDays(sampleSize ?? undefined, rate ?? undefined),
  }),
  evenSplit: ({ counts }: { counts: readonly number[] }) => ({ splits: counts.map(evenSplit) }),
  hidesTesters: (input: { exposures: Counts; filtersTesters: boolean; projectHasFilters: boolean }) => ({
    value: mayHideTesters(
      sum(input.exposures),
      { filterTestAccounts: input.filtersTesters },
      input.projectHasFilters,
    ),
  }),
  biasRisk: (input: { shares: readonly number[]; handling: MultipleHandling; exposures: Counts }) => {
    const { $multiple: several = 0, ...counts } = input.exposures;
    const variants = input.shares.map((rolloutPercent) => ({ rolloutPercent }));
    return { percentage: findBiasRisk(variants, input.handling, { counted: sum(counts), several }) };
  },
} as const;

interface GoldenPlan {
  readonly id: string;
  readonly fn: keyof typeof rules | 'notEnough';
  readonly input: never;
  readonly expect: Readonly<Record<string, Expectation>> | null;
}

const none = { sumSquares: undefined, denominatorSum: undefined };
const sum = (counts: Counts) => Object.values(counts).reduce((total, count) => total + count, 0);
const plans = goldenPlans as unknown as readonly GoldenPlan[];
/** A vector that is lost does not go unnoticed. */
const expectedCounts = {
  planBaseline: 5,
  planVariance: 5,
  sampleSize: 6,
  requiredDays: 4,
  biasRisk: 6,
  evenSplit: 1,
  hidesTesters: 2,
  notEnough: 1,
};

describe('golden plans', () => {
  it('are all there, once', () => {
    const counts: Record<string, number> = {};
    for (const { fn } of plans) counts[fn] = (counts[fn] ?? 0) + 1;
    assert.deepEqual(counts, expectedCounts);
    assert.equal(new Set(plans.map(({ id }) => id)).size, plans.length);
  });

  for (const { id, fn, input, expect } of plans) {
    if (fn === 'notEnough') continue;
    it(id, () => {
      const outcomes: Readonly<Record<string, Outcome>> = rules[fn](input);
      if (expect === null) assert.deepEqual(Object.values(outcomes), [undefined]);
      for (const [name, expected] of Object.entries(expect ?? {})) {
        expectValue(name, outcomes[name], expected);
      }
    });
  }

  it('a metric of too few users has no verdict', () => {
    const [vector] = goldenPlans.flatMap((plan) => (plan.fn === 'notEnough' ? [plan] : []));
    const { input, expect } = vector as unknown as {
      input: { baseline: object; variant: object };
      expect: { baseline: string[]; variant: string[]; hasInterval: boolean; significant: boolean };
    };
    assert.equal(expect.hasInterval, false);
    const baseline = aSample({ ...input.baseline, validationFailures: expect.baseline });
    const variant = aVariantResult({
      ...input.variant,
      validationFailures: expect.variant,
      interval: undefined,
      significant: expect.significant,
    });
    const metric = { goal: 'increase', type: 'mean' } as const;
    assert.equal(judgeVariant({ baseline, variants: [variant] }, variant, metric).word, 'notEnoughData');
  });
});
