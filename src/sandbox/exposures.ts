import { chiSquaredTail } from '../core/statistics/chiSquared';
import type { JsonObject } from './json';
import type { VariantRow } from './flagRow';
import type { ExperimentRow } from './project';
import type { SumsCache } from './sumsCache';
import { dayKey, dayMs, hourMs, startOfDayMs } from './time';
import { keepsMultiple, trafficOf } from './traffic';

/** Key of the people who saw several variants. */
const multipleKey = '$multiple';
const minimumForRatio = 100;
const mismatchBelowP = 0.001;
const biasAbovePercent = 0.1;
const graceHours = 24;

/**
 * Who was let in, in the form of PostHog's ExperimentExposureQuery answer: `exposure_counts` are cumulative, every
 * configured variant has every day, people of several variants come last when there are any.
 * @param variants as the sender of the query has them
 */
export function exposureResult(
  cache: SumsCache,
  row: ExperimentRow,
  variants: readonly VariantRow[],
  untilMs: number,
): JsonObject {
  const shown = variants.filter(({ key }) => !row.excluded_variants?.includes(key));
  const series = seriesOf(cache, row, shown, untilMs);
  const totals = Object.fromEntries(
    series.map(({ variant, exposure_counts: counts }) => [variant, counts.at(-1) ?? 0]),
  );
  const mismatch = ratioMismatch(shown, totals);
  const bias = row.end_date === null ? biasRisk(row, variants, totals) : null;
  return {
    timeseries: series,
    total_exposures: totals,
    sample_ratio_mismatch: mismatch,
    bias_risk: bias,
    health_findings: findingsOf(row, totals, mismatch, bias, untilMs),
  };
}

function seriesOf(
  cache: SumsCache,
  row: ExperimentRow,
  variants: readonly VariantRow[],
  untilMs: number,
): { variant: string; days: string[]; exposure_counts: readonly number[] }[] {
  const { start_date: startMs } = row;
  if (startMs === null) return [];
  const table = cache.exposures(trafficOf(row), untilMs, keepsMultiple(row));
  const own = row.flag.variants.map((variant) => variant.key);
  const days = table.multiple.map((_, day) => dayKey(startOfDayMs(startMs) + day * dayMs));
  const zeros = days.map(() => 0);
  return [
    ...variants.map(({ key }) => ({
      variant: key,
      days,
      exposure_counts: table.byVariant[own.indexOf(key)] ?? zeros,
    })),
    ...((table.multiple.at(-1) ?? 0) > 0
      ? [{ variant: multipleKey, days, exposure_counts: table.multiple }]
      : []),
  ];
}

/** Pearson's test of the totals against the shares, of variants that have one; null below 100 exposures. */
function ratioMismatch(
  variants: readonly VariantRow[],
  totals: Readonly<Record<string, number>>,
): { expected: Record<string, number>; p_value: number } | null {
  const rolledOut = variants.filter((variant) => variant.rollout_percentage > 0);
  const observed = (key: string) => totals[key] ?? 0;
  const total = rolledOut.reduce((sum, { key }) => sum + observed(key), 0);
  const whole = rolledOut.reduce((sum, variant) => sum + variant.rollout_percentage, 0);
  if (total < minimumForRatio || rolledOut.length < 2) return null;
  const expected = rolledOut.map((variant) => ({
    key: variant.key,
    count: (variant.rollout_percentage / whole) * total,
  }));
  const distance = expected.reduce((sum, { key, count }) => sum + (observed(key) - count) ** 2 / count, 0);
  return {
    expected: Object.fromEntries(expected.map(({ key, count }) => [key, count])),
    p_value: chiSquaredTail(distance, rolledOut.length - 1),
  };
}

/** Leaving people out who saw several variants hits the smaller variant of an uneven split harder. */
function biasRisk(
  row: ExperimentRow,
  variants: readonly VariantRow[],
  totals: Readonly<Record<string, number>>,
): { multiple_variant_percentage: number } | null {
  const total = Object.values(totals).reduce((sum, count) => sum + count, 0);
  if (keepsMultiple(row) || isEvenSplit(variants) || total === 0) return null;
  const percentage = ((totals[multipleKey] ?? 0) / total) * 100;
  return percentage > biasAbovePercent ? { multiple_variant_percentage: percentage } : null;
}

/** As PostHog splits by itself: what does not divide goes to the first ones, so that 34/33/33 is even. */
function isEvenSplit(variants: readonly VariantRow[]): boolean {
  const share = Math.floor(100 / variants.length);
  const extra = 100 - share * variants.length;
  return variants.every(
    ({ rollout_percentage: percent }, index) => percent === share + (index < extra ? 1 : 0),
  );
}

function findingsOf(
  row: ExperimentRow,
  totals: Readonly<Record<string, number>>,
  mismatch: { p_value: number } | null,
  bias: { multiple_variant_percentage: number } | null,
  nowMs: number,
): JsonObject[] {
  const findings: JsonObject[] = [];
  if (mismatch && mismatch.p_value < mismatchBelowP) {
    findings.push({
      ...finding('srm', 'A2'),
      title: 'The split of users is not the configured one',
      detail: `Counts per variant do not fit the rollout percentages (p < ${mismatchBelowP}).`,
      evidence: { p_value: mismatch.p_value },
    });
  }
  if (bias) {
    findings.push({
      ...finding('bias_risk_multiple_excluded', 'A1', 'adjust_distribution', 'use_first_seen_variant'),
      title: 'Setup may have introduced bias',
      detail:
        `${bias.multiple_variant_percentage.toFixed(1)}% of users saw several variants and are left out. ` +
        'With an uneven split that concerns the smaller variants more.',
      evidence: { ...bias },
    });
  }
  const hours = row.start_date === null ? 0 : (nowMs - row.start_date) / hourMs;
  if (hours >= graceHours && Object.values(totals).every((count) => count === 0)) {
    findings.push({
      ...finding('zero_exposures', null, 'edit_exposure_criteria'),
      title: 'No users exposed',
      detail:
        'Nobody has been counted. Check that the code asks for the flag and that the exposure event is sent.',
      evidence: { hours_since_launch: Math.floor(hours) },
    });
  }
  return findings;
}

function finding(code: string, diagnosticRef: string | null, ...actions: readonly string[]): JsonObject {
  return { code, subcode: null, severity: 'warning', actions, diagnostic_ref: diagnosticRef };
}
