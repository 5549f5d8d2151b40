/** How the numbers of a metric came to be: of the experiment's statistics and of the metric's own definition. */
import { formatLevel } from '../../shared/format';
import type { StatisticsConfig } from '../model/experiment';
import type { Metric } from '../model/metric';
import type { MetricResult } from '../model/metricResult';

/** PostHog's own look-back where the experiment names none. */
const defaultLookbackDays = 14;

/** What was computed counts, not what is configured now. */
export function methodOf(
  result: MetricResult | undefined,
  statistics: StatisticsConfig,
): StatisticsConfig['method'] {
  return result?.variants.find(({ method }) => method !== undefined)?.method ?? statistics.method;
}

/** `95%` */
export function levelText({ level }: StatisticsConfig): string {
  return formatLevel(level);
}

/** `Bayesian 95% · relative vs control · CUPED 14 d · outliers 1–99%`. Keys of variants are untrusted text. */
export function computedText(
  metric: Metric,
  result: MetricResult | undefined,
  statistics: StatisticsConfig,
): string {
  const method = methodOf(result, statistics);
  const baseline = result?.baseline.key ?? statistics.baselineVariantKey ?? 'the baseline';
  return [
    `${method === 'bayesian' ? 'Bayesian' : 'Frequentist'} ${levelText(statistics)}`,
    `${statistics.difference} vs ${baseline}`,
    method === 'frequentist' ? sequentialText(statistics) : '',
    cupedText(metric, statistics),
    ...definitionTexts(metric),
  ]
    .filter(Boolean)
    .join(' · ');
}

function sequentialText({ sequential }: StatisticsConfig): string {
  if (sequential === undefined) return "sequential: project's default";
  return sequential ? 'sequential, valid at every look' : '';
}

/** PostHog narrows the intervals of means and of ordered funnels only. */
function cupedText({ type, definition }: Metric, { cuped }: StatisticsConfig): string {
  const order = definition['funnel_order_type'];
  const applies =
    (type === 'mean' && definition['threshold'] === undefined) ||
    (type === 'funnel' && (order === undefined || order === 'ordered'));
  if (!applies || cuped?.enabled === false) return '';
  return cuped ? `CUPED ${cuped.lookbackDays ?? defaultLookbackDays} d` : "CUPED: project's default";
}

function definitionTexts({ definition, type }: Metric): readonly string[] {
  const texts = [outlierText(definition), windowText(definition)];
  if (definition['ignore_zeros'] === true) texts.push('zeros left out of the outliers');
  if (typeof definition['threshold'] === 'number') texts.push(`threshold ${definition['threshold']}`);
  if (definition['numerator_outlier_handling'] || definition['denominator_outlier_handling']) {
    texts.push('outliers handled');
  }
  const order = definition['funnel_order_type'];
  if (type === 'funnel' && (order === 'unordered' || order === 'strict')) texts.push(`${order} steps`);
  const { retention_window_start: from, retention_window_end: to, retention_window_unit: unit } = definition;
  if (type === 'retention' && typeof from === 'number' && typeof to === 'number') {
    texts.push(`back after ${from} to ${to} ${typeof unit === 'string' ? unit : 'day'}s`);
  }
  return texts;
}

/** Values beyond these percentiles are clamped; nobody is dropped. */
function outlierText({
  lower_bound_percentile: low,
  upper_bound_percentile: high,
}: Metric['definition']): string {
  if (typeof low !== 'number' && typeof high !== 'number') return '';
  const percent = (share: unknown, otherwise: number) =>
    typeof share === 'number' ? Number((share * 100).toFixed(2)) : otherwise;
  return `outliers ${percent(low, 0)}–${percent(high, 100)}%`;
}

function windowText({ conversion_window: span, conversion_window_unit: unit }: Metric['definition']): string {
  if (typeof span !== 'number') return '';
  return `conversion window ${span} ${typeof unit === 'string' ? unit : 'day'}${span === 1 ? '' : 's'}`;
}

/** The formulas behind the numbers, a line each. */
export function formulasOf(
  metric: Metric,
  result: MetricResult | undefined,
  statistics: StatisticsConfig,
): readonly string[] {
  const isShare = metric.type === 'funnel' || typeof metric.definition['threshold'] === 'number';
  const isQuotient = metric.type === 'ratio' || metric.type === 'retention';
  const value = isQuotient
    ? 'value = sum / sum of the denominator; its variance by the delta method'
    : isShare
      ? 'value p = converted / n; variance s² = p·(1 − p)'
      : 'value m = sum / n; variance s² = (Σx² − sum²/n) / (n − 1)';
  const effect =
    statistics.difference === 'relative'
      ? 'change e = (variant − baseline) / baseline; v = s²ᵥ/(nᵥ·b²) + variant²·s²ᵦ/(nᵦ·b⁴), b the baseline'
      : 'change e = variant − baseline; v = s²ᵥ/nᵥ + s²ᵦ/nᵦ';
  const level = levelText(statistics);
  const test =
    methodOf(result, statistics) === 'bayesian'
      ? [
          `interval e ± z·√v at ${level}, with a flat prior; chance to win = Φ(e/√v)`,
          `significant when the chance is above ${level} or its complement is: one tail, the interval has two`,
        ]
      : statistics.sequential === true
        ? [
            'always-valid interval and p-value (a mixture of sequential tests); p stays at 1 until evidence accumulates',
          ]
        : [
            `interval e ± t·√v at ${level} (Welch); significant when p < ${Number((1 - statistics.level).toFixed(4))}`,
          ];
  return [value, effect, ...test];
}
