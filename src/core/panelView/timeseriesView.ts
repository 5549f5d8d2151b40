import type { PointView, SeriesView, TimeseriesView } from '../../shared/panelView';
import type { ExperimentDetail } from '../model/experiment';
import { allMetrics } from '../experiment/allMetrics';
import { whyNoStatistic } from '../experiment/missingStatistic';
import type { MetricType } from '../model/metric';
import type { MetricResult, VariantResult } from '../model/metricResult';
import type { Timeseries } from '../model/timeseries';
import type { Loaded } from '../store/resource';

/** A metric's daily results as the panel draws them: one series per variant other than the baseline. */
export function toTimeseriesView(
  { value: timeseries, loadedMs }: Loaded<Timeseries>,
  experiment: ExperimentDetail,
): TimeseriesView {
  const { days, metricUuid } = timeseries;
  const type = allMetrics(experiment).find(({ uuid }) => uuid === metricUuid)?.type ?? 'other';
  const results = days.map((day) => day.result);
  const baselineKey = results.find((result) => result !== undefined)?.baseline.key;
  return {
    metricUuid,
    status: timeseries.status,
    baselineKey,
    days: days.map(({ day }) => day),
    errors: Object.fromEntries(days.flatMap(({ day, error }) => (error === undefined ? [] : [[day, error]]))),
    series: variantKeys(experiment, results).map((key) => toSeries(key, results, type)),
    baselineSamples: results.map((result) => result?.baseline.samples ?? null),
    methodText: methodText(experiment, results, baselineKey),
    difference: experiment.statistics.difference,
    computedMs: timeseries.computedMs,
    recalculating: timeseries.recalculation !== undefined,
    loadedMs,
  };
}

/** Those with results, in the order of the flag; the rest (gone from the flag) behind. */
function variantKeys(
  experiment: ExperimentDetail,
  results: readonly (MetricResult | undefined)[],
): readonly string[] {
  const measured = new Set(results.flatMap((result) => result?.variants.map(({ key }) => key) ?? []));
  const inFlag = experiment.variants.map(({ key }) => key).filter((key) => measured.has(key));
  return [...new Set([...inFlag, ...measured])];
}

function toSeries(
  variantKey: string,
  results: readonly (MetricResult | undefined)[],
  type: MetricType,
): SeriesView {
  const points = results.map((result) => {
    const variant = result?.variants.find(({ key }) => key === variantKey);
    return result && variant ? toPoint(result, variant, type) : null;
  });
  return { variantKey, points };
}

function toPoint(result: MetricResult, variant: VariantResult, type: MetricType): PointView {
  const { samples, interval, significant, chanceToWin, pValue } = variant;
  if (interval === undefined) return { samples, reason: whyNoStatistic(result, variant, type).sentence };
  const [low, high] = interval;
  return {
    samples,
    change: (low + high) / 2,
    low,
    high,
    ...(significant !== undefined && { significant }),
    ...(chanceToWin !== undefined && { chanceToWin }),
    ...(pValue !== undefined && { pValue }),
  };
}

function methodText(
  { statistics }: ExperimentDetail,
  results: readonly (MetricResult | undefined)[],
  baselineKey = 'the baseline',
): string {
  // What was computed counts, not what is configured now.
  const method =
    results.findLast((result) => result?.variants[0]?.method)?.variants[0]?.method ?? statistics.method;
  const percent = `${Number((statistics.level * 100).toFixed(2))}%`;
  const interval =
    method === 'bayesian' ? `Bayesian, ${percent} credible` : `Frequentist, ${percent} confidence`;
  return `${interval} interval, ${statistics.difference} change against ${baselineKey}`;
}
