import { formatLevel } from '../../shared/format';
import type { PointView, SeriesView, TimeseriesView } from '../../shared/panelSeries';
import { differenceOf } from '../experiment/metricValue';
import { allMetrics } from '../experiment/allMetrics';
import { countSparseDays, findEarlyDays, isSequential } from '../experiment/earlyDays';
import { staleAfterMs } from '../experiment/earlyRead';
import { whyNoStatistic } from '../experiment/missingStatistic';
import { hasRestarted, seriesEvents } from '../experiment/seriesEvents';
import { seriesHistory, seriesProgress } from '../experiment/seriesHistory';
import type { Activity } from '../model/activity';
import type { ExperimentDetail } from '../model/experiment';
import type { MetricType } from '../model/metric';
import type { MetricResult, VariantResult } from '../model/metricResult';
import type { SeriesReading } from '../model/timeseries';
import type { Loaded } from '../store/resource';

/** What a series is seen by. */
export interface SeriesContext {
  readonly experiment: ExperimentDetail;
  /** Of the project; undefined while it is not known. */
  readonly timeZone: string | undefined;
  /** What was done to the experiment; undefined while it is not known. */
  readonly activities: readonly Activity[] | undefined;
  /** Whether early results are to be kept out of sight. */
  readonly hidesEarly: boolean;
  readonly nowMs: number;
}

/** A metric's daily results as the panel draws them: one series per variant other than the baseline. */
export function toTimeseriesView(
  { value: timeseries, loadedMs }: Loaded<SeriesReading>,
  { experiment, timeZone, activities, hidesEarly, nowMs }: SeriesContext,
): TimeseriesView {
  const { days, metricUuid, computedMs, recalculation } = timeseries;
  const type = allMetrics(experiment).find(({ uuid }) => uuid === metricUuid)?.type ?? 'other';
  const results = days.map((day) => day.result);
  const baselineKey = results.find((result) => result !== undefined)?.baseline.key;
  const early = findEarlyDays(experiment, results);
  const lastDay = results.findLastIndex((result) => result !== undefined);
  const isHiddenEarly =
    hidesEarly && experiment.endMs === undefined && early !== undefined && early.days > lastDay;
  const events = seriesEvents(experiment, activities ?? [], timeZone);
  return {
    metricUuid,
    status: timeseries.status,
    history: seriesHistory(timeseries, {
      isRestarted: timeseries.isRestarted || hasRestarted(events),
      ageMs: nowMs - (experiment.startMs ?? nowMs),
    }),
    baselineKey,
    days: days.map(({ day }) => day),
    timeZone,
    errors: Object.fromEntries(days.flatMap(({ day, error }) => (error === undefined ? [] : [[day, error]]))),
    legacyDays: days.filter(({ isLegacy }) => isLegacy).map(({ day }) => day),
    isHiddenEarly,
    series: variantKeys(experiment, results).map((key) =>
      isHiddenEarly ? withoutChanges(toSeries(key, results, type)) : toSeries(key, results, type),
    ),
    baselineSamples: results.map((result) => result?.baseline.samples ?? null),
    sparseDays: countSparseDays(results),
    early,
    isSequential: isSequential(experiment),
    events,
    areChangesKnown: activities !== undefined,
    methodText: methodText(experiment, results, baselineKey),
    difference: differenceOf(experiment.statistics, type),
    computedMs,
    isStale:
      recalculation === undefined &&
      computedMs !== undefined &&
      (experiment.endMs ?? nowMs) - computedMs > staleAfterMs,
    recalculation: recalculation === undefined ? undefined : seriesProgress(timeseries),
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

function withoutChanges({ variantKey, points }: SeriesView): SeriesView {
  return { variantKey, points: points.map((point) => point && { samples: point.samples }) };
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
  const percent = formatLevel(statistics.level);
  const interval =
    method === 'bayesian' ? `Bayesian, ${percent} credible` : `Frequentist, ${percent} confidence`;
  return `${interval} interval, ${statistics.difference} change against ${baselineKey}`;
}
