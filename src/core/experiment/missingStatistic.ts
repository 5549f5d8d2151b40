import { nameInText } from '../../shared/nameInText';
import type { MetricType } from '../model/metric';
import type { MetricResult, VariantResult, VariantSample } from '../model/metricResult';

/** PostHog computes no statistics below so many exposures in a variant, */
export const minExposures = 50;
/** and, for funnels and retention, below so many conversions. Its Bayesian engine wants as many that failed. */
const minOutcomes = 5;

/** Why a variant has no interval. */
export interface MissingStatistic {
  /** `notEnoughData`: the server says so. `noResult`: it says nothing, and the reason is inferred here. */
  readonly word: 'notEnoughData' | 'noResult';
  /** A few words for a row: `32 of 50 exposures (test)`. */
  readonly short: string;
  readonly sentence: string;
}

/**
 * The server's reason, the baseline's first (its failure leaves the variants without an interval and often without a
 * reason of their own), else what its engine is known to refuse without a word.
 */
export function whyNoStatistic(
  { baseline }: MetricResult,
  variant: VariantResult,
  type: MetricType,
): MissingStatistic {
  const failures = [...baseline.validationFailures, ...variant.validationFailures];
  const [failure] = failures;
  if (failures.includes('not-enough-exposures')) return tooFewExposures(baseline, variant);
  if (failures.includes('not-enough-metric-data')) return tooFewConversions(baseline, variant);
  if (failures.includes('baseline-mean-is-zero')) return { word: 'notEnoughData', ...zeroBaseline };
  if (failure !== undefined) {
    return { word: 'notEnoughData', short: failure, sentence: `PostHog computed no statistic: ${failure}.` };
  }
  return { word: 'noResult', ...silentReason(baseline, variant, type) };
}

function tooFewExposures(baseline: VariantSample, variant: VariantSample): MissingStatistic {
  const fewest = variant.samples <= baseline.samples ? variant : baseline;
  const counts = `${nameInText(baseline.key)} ${baseline.samples}, ${nameInText(variant.key)} ${variant.samples}`;
  const key = nameInText(fewest.key);
  return {
    word: 'notEnoughData',
    short:
      fewest.samples > 0
        ? `${fewest.samples} of ${minExposures} exposures (${key})`
        : `no exposures (${key})`,
    sentence:
      fewest.samples > 0
        ? `Needs ${minExposures} exposures per variant (${counts}).`
        : `${key} has no exposures; statistics need ${minExposures} per variant (${counts}).`,
  };
}

function tooFewConversions(baseline: VariantSample, variant: VariantSample): MissingStatistic {
  const fewest = variant.sum <= baseline.sum ? variant : baseline;
  return {
    word: 'notEnoughData',
    short: `${fewest.sum} of ${minOutcomes} conversions (${nameInText(fewest.key)})`,
    sentence: `Needs ${minOutcomes} conversions per variant (${nameInText(baseline.key)} ${baseline.sum}, ${nameInText(variant.key)} ${variant.sum}).`,
  };
}

const zeroBaseline = {
  short: 'baseline is zero',
  sentence: 'The baseline is zero, so a relative change cannot be computed.',
};

function silentReason(
  baseline: VariantSample,
  variant: VariantResult,
  type: MetricType,
): Omit<MissingStatistic, 'word'> {
  const both = [baseline, variant];
  if (both.some(({ denominatorSum }) => denominatorSum === 0)) {
    return { short: 'no denominator events yet', sentence: 'There are no denominator events yet.' };
  }
  if (variant.method !== 'frequentist') {
    if (type === 'funnel' && both.some(({ sum, samples }) => Math.min(sum, samples - sum) < minOutcomes)) {
      return {
        short: 'too few outcomes of one kind',
        sentence: `Needs ${minOutcomes} that converted and ${minOutcomes} that did not, in each variant.`,
      };
    }
    if (baseline.sum === 0) return zeroBaseline;
    if (baseline.sum / (baseline.denominatorSum ?? baseline.samples) < 0) {
      return {
        short: 'baseline is negative',
        sentence: 'The average of the baseline is negative: the Bayesian engine compares with positive ones.',
      };
    }
  }
  if (both.every((sample) => isConstant(sample, type))) {
    return {
      short: 'all values are the same',
      sentence: 'All values are the same, so no uncertainty can be computed.',
    };
  }
  return { short: 'no result', sentence: 'PostHog computed no statistic and gave no reason.' };
}

/** Nobody differs from anybody. The sums are floats: what is left of equal values is rounding. */
function isConstant({ samples, sum, sumSquares }: VariantSample, type: MetricType): boolean {
  if (samples === 0) return true;
  if (type === 'funnel') return sum === 0 || sum === samples;
  if (type !== 'mean' || sumSquares === undefined) return false;
  return Math.abs(sumSquares - (sum * sum) / samples) <= 1e-9 * Math.abs(sumSquares);
}
