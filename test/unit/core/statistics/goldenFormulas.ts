import {
  chanceToWin,
  credibleInterval,
  expectedLoss,
  judgeBayesian,
  posteriorOf,
} from '../../../../src/core/statistics/bayesian';
import { chiSquaredTail } from '../../../../src/core/statistics/chiSquared';
import {
  type Comparison,
  compareOrRefuse,
  type Difference,
  type Sample,
} from '../../../../src/core/statistics/compareVariants';
import {
  adjustByCovariate,
  adjustedMoments,
  type CovariateSample,
  type CupedAdjustment,
  pooledTheta,
} from '../../../../src/core/statistics/cuped';
import { type Effect, effectBetween } from '../../../../src/core/statistics/effect';
import { judgeFrequentist, welchDegreesOfFreedom } from '../../../../src/core/statistics/frequentist';
import { covarianceOf, momentsOf, varianceOfMean } from '../../../../src/core/statistics/moments';
import { normalCdf, normalQuantile } from '../../../../src/core/statistics/normal';
import type { RatioSample } from '../../../../src/core/statistics/sample';
import {
  sequentialHalfWidth,
  sequentialPValue,
  sequentialRho,
} from '../../../../src/core/statistics/sequential';
import { studentTQuantile, studentTwoSidedP } from '../../../../src/core/statistics/studentT';
import type { Outcome } from './expectation';

interface Pair {
  readonly treatment: Sample;
  readonly control: Sample;
}
type Compared = Pair & { readonly difference: Difference };
interface CovariatePair {
  readonly treatment: CovariateSample;
  readonly control: CovariateSample;
}
interface Belief {
  readonly mean: number;
  readonly std: number;
}
type RatioSums = Pick<RatioSample, 'type' | 'n' | 'sum' | 'denominatorSum'>;

/** The input of every formula the golden vectors ask for. */
export interface GoldenInputs {
  stat: { readonly stat: Sample };
  ratioValue: { readonly control: RatioSums; readonly test: RatioSums };
  effect: Compared;
  welchDf: Pair;
  ttest: Compared & { readonly alpha: number };
  seqRho: { readonly alpha: number; readonly tuning: number };
  seqP: {
    readonly estimate: number;
    readonly se2: number;
    readonly n: number;
    readonly tuning: number;
    readonly alpha: number;
  };
  seqHalfwidth: { readonly s2: number; readonly n: number; readonly tuning: number; readonly alpha: number };
  seqTest: Compared & { readonly alpha: number; readonly tuning: number };
  seqOrder: Compared & { readonly alpha: number; readonly tunings: readonly number[] };
  seqVsFixed: Compared & { readonly alpha: number; readonly tuning: number };
  bayes: Compared & { readonly level: number };
  posterior: {
    readonly effect: number;
    readonly variance: number;
    readonly prior: { readonly mean: number; readonly variance: number } | null;
  };
  chanceToWin: Belief & { readonly inverse: boolean };
  credibleInterval: Belief & { readonly alpha: number };
  risk: Belief;
  covariance: {
    readonly n: number;
    readonly postSum: number;
    readonly preSum: number;
    readonly sumProduct: number;
  };
  cupedAdjustGroup: CovariateSample & { readonly theta: number };
  cupedTheta: CovariatePair;
  cuped: CovariatePair;
  cupedTtest: CovariatePair & { readonly alpha: number };
  cupedBayes: CovariatePair & { readonly level: number };
  cupedStddev: {
    readonly target: CovariateSample;
    readonly thetaPartner: CovariateSample;
    readonly control: CovariateSample;
  };
  normCdf: { readonly z: number };
  normQuantile: { readonly p: number };
  tTwoSidedP: { readonly t: number; readonly df: number };
  tQuantile: { readonly p: number; readonly df: number };
  chi2Sf: { readonly x: number; readonly df: number };
}

type Outcomes = Readonly<Record<string, Outcome>>;

/** How the project computes what a golden vector names. */
export const goldenFormulas: {
  readonly [Formula in keyof GoldenInputs]: (input: GoldenInputs[Formula]) => Outcomes;
} = {
  stat: ({ stat }) => {
    const moments = momentsOf(stat);
    return { ...moments, standardError: Math.sqrt(varianceOfMean(moments)) };
  },
  ratioValue: ({ control, test }) => ({ control: ratioOf(control), test: ratioOf(test) }),
  effect: (input) => ({ ...effectOf(input) }),
  welchDf: ({ treatment, control }) => ({
    df: welchDegreesOfFreedom(momentsOf(treatment), momentsOf(control)),
  }),
  ttest: (input) => outcomesOf(input, compare(input, { kind: 'frequentist', alpha: input.alpha })),
  seqRho: (options) => ({ rho: sequentialRho(options) }),
  seqP: ({ estimate, se2, n, ...options }) => ({
    pValue: sequentialPValue({ estimate, variance: se2 }, n, options),
  }),
  seqHalfwidth: ({ s2, n, ...options }) => ({ halfwidth: sequentialHalfWidth(s2, n, options) }),
  seqTest: (input) => outcomesOf(input, sequentially(input, input.tuning)),
  seqOrder: (input) => {
    const widths = input.tunings.map((tuning) => widthOf(sequentially(input, tuning)));
    return { widthStrictlyIncreasing: widths.every((width, index) => width > (widths[index - 1] ?? 0)) };
  },
  seqVsFixed: (input) => {
    const fixed = compare(input, { kind: 'frequentist', alpha: input.alpha });
    const sequential = sequentially(input, input.tuning);
    return {
      sequentialWidthGtFixed: widthOf(sequential) > widthOf(fixed),
      estimateChange: sequential.estimate - fixed.estimate,
    };
  },
  bayes: (input) => outcomesOf(input, compare(input, { kind: 'bayesian', level: input.level })),
  posterior: ({ effect, variance, prior }) => {
    const belief = prior ? { estimate: prior.mean, variance: prior.variance } : undefined;
    const posterior = posteriorOf({ estimate: effect, variance }, belief);
    return { mean: posterior.estimate, variance: posterior.variance };
  },
  chanceToWin: ({ inverse, ...belief }) => ({ p: chanceToWin(effectFrom(belief), inverse) }),
  credibleInterval: ({ alpha, ...belief }) => {
    const [lower, upper] = credibleInterval(effectFrom(belief), 1 - alpha);
    return { lower, upper, width: upper - lower };
  },
  risk: (belief) => {
    const loss = expectedLoss(effectFrom(belief));
    return {
      riskControlGtTreatment: loss.baseline > loss.treatment,
      riskControl: loss.baseline,
      riskTreatment: loss.treatment,
    };
  },
  covariance: ({ n, postSum, preSum, sumProduct }) => ({ cov: covarianceOf(n, postSum, preSum, sumProduct) }),
  cupedAdjustGroup: ({ theta, ...sample }) => {
    const { mean, variance } = adjustedMoments(sample, theta);
    return { mean, variance, varianceReduction: 1 - variance / momentsOf(sample.post).variance };
  },
  cupedTheta: ({ treatment, control }) => ({ theta: pooledTheta(treatment, control) }),
  cuped: ({ treatment, control }) => {
    const adjustment = adjustByCovariate(treatment, control);
    return {
      theta: adjustment.theta,
      controlUnadjustedMean: adjustment.reference,
      treatmentUnadjustedMean: momentsOf(treatment.post).mean,
      controlAdjustedMean: adjustment.baseline.mean,
      treatmentAdjustedMean: adjustment.treatment.mean,
    };
  },
  cupedTtest: ({ treatment, control, alpha }) => {
    const adjustment = adjustByCovariate(treatment, control);
    const df = welchDegreesOfFreedom(adjustment.treatment, adjustment.baseline);
    return { ...judgeFrequentist(adjustedEffect(adjustment), df, alpha) };
  },
  cupedBayes: ({ treatment, control, level }) => ({
    ...judgeBayesian(adjustedEffect(adjustByCovariate(treatment, control)), level),
  }),
  cupedStddev: ({ target, thetaPartner, control }) => ({
    stddev: Math.sqrt(adjustedMoments(target, pooledTheta(thetaPartner, control)).variance),
  }),
  normCdf: ({ z }) => ({ p: normalCdf(z) }),
  normQuantile: ({ p }) => ({ z: normalQuantile(p) }),
  tTwoSidedP: ({ t, df }) => ({ p: studentTwoSidedP(t, df) }),
  tQuantile: ({ p, df }) => ({ t: studentTQuantile(p, df) }),
  chi2Sf: ({ x, df }) => ({ p: chiSquaredTail(x, df) }),
};

function compare(
  { treatment, control, difference }: Compared,
  method: Parameters<typeof compareOrRefuse>[2],
): Comparison {
  return compareOrRefuse(treatment, control, method, difference);
}

function sequentially(input: Compared & { readonly alpha: number }, tuning: number): Comparison {
  return compare(input, { kind: 'frequentist', alpha: input.alpha, sequentialTuning: tuning });
}

function outcomesOf(input: Compared, comparison: Comparison): Outcomes {
  return { ...comparison, standardError: Math.sqrt(effectOf(input).variance) };
}

function effectOf({ treatment, control, difference }: Compared): Effect {
  return effectBetween(momentsOf(treatment), momentsOf(control), difference);
}

function adjustedEffect({ treatment, baseline, reference }: CupedAdjustment): Effect {
  return effectBetween(treatment, baseline, 'relative', reference);
}

function effectFrom({ mean, std }: Belief): Effect {
  return { estimate: mean, variance: std * std };
}

function widthOf({ interval: [lower, upper] }: Comparison): number {
  return upper - lower;
}

/** The vector names no squares and none enters a ratio: any that the sums allow will do. */
function ratioOf(sums: RatioSums): number {
  const { mean } = momentsOf({
    ...sums,
    sumSquares: sums.sum ** 2,
    denominatorSumSquares: sums.denominatorSum ** 2,
    numeratorDenominatorSumProduct: 0,
  });
  return mean;
}
