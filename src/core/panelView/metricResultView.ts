import type { MetricResultView, MetricState } from '../../shared/panelResults';
import type { PostHogError } from '../api/errors';
import { computedText, formulasOf } from '../experiment/computedText';
import { differenceOf } from '../experiment/metricValue';
import { metricSteps } from '../experiment/metricSteps';
import type { ExperimentDetail } from '../model/experiment';
import type { LatestResults, MetricOutcome, ResultSource } from '../model/latestResults';
import { isUnderWay, metricKey, type MetricReading } from '../store/metricReading';
import { intervalsOf, sharedAxis } from './sharedAxis';
import { type RowsOptions, variantRows } from './variantRows';

export interface MetricOptions extends Omit<RowsOptions, 'computedMs'> {
  /** The newest results are being read. */
  readonly isReading: boolean;
  readonly describeError: (error: PostHogError) => string;
}

/** One metric of a table, on an axis of its own. */
export function toMetricResult(
  outcome: MetricOutcome,
  results: LatestResults,
  reading: MetricReading | undefined,
  options: MetricOptions,
): MetricResultView {
  const { metric, result, source, computedMs } = outcome;
  const { statistics } = results.experiment;
  const state = stateOf(outcome, reading, options.isReading);
  const rowsOptions = { ...options, computedMs };
  const rows = result ? variantRows(metric, result, results, rowsOptions) : [];
  return {
    key: metricKey(outcome),
    name: metric.name,
    about: [metric.type === 'other' ? '' : metric.type, metric.goal === 'decrease' ? 'lower is better' : '']
      .filter(Boolean)
      .join(', '),
    state,
    note: noteOf(outcome, reading, results.experiment, options.describeError),
    canRetry: state === 'failed' || state === 'cancelled' || state === 'empty',
    isOld: result !== undefined && (state === 'failed' || state === 'cancelled'),
    sourceText: source ? sourceTexts[source] : '',
    computedMs,
    computedText: result ? computedText(metric, result, statistics) : '',
    formulas: result ? formulasOf(metric, result, statistics) : [],
    axis: sharedAxis(intervalsOf({ rows }), differenceOf(statistics, metric.type)),
    rows,
    steps:
      result && result.baseline.stepCounts.length > 0 && !options.isHidden ? metricSteps(metric, result) : [],
    breakdowns: (result?.breakdowns ?? []).map(({ values, ...parts }) => ({
      value: values.join(', '),
      rows: variantRows(metric, parts, results, rowsOptions),
    })),
  };
}

const sourceTexts: Readonly<Record<ResultSource, string>> = {
  recalculation: "PostHog's last run",
  daily: 'the last of the daily results',
  query: 'a query from here',
};

function stateOf(
  { metric, result, error, isLegacy }: MetricOutcome,
  reading: MetricReading | undefined,
  isReading: boolean,
): MetricState {
  if (metric.type === 'legacy' || isLegacy) return 'legacy';
  if (reading?.state === 'computing') return 'computing';
  if (isUnderWay(reading)) return 'waiting';
  if (reading?.state === 'failed' || reading?.state === 'cancelled') return reading.state;
  if (error !== undefined) return 'failed';
  if (result) return 'ready';
  return isReading ? 'waiting' : 'empty';
}

function noteOf(
  { metric, result, error, isLegacy, noDays }: MetricOutcome,
  reading: MetricReading | undefined,
  experiment: ExperimentDetail,
  describeError: (error: PostHogError) => string,
): string | undefined {
  if (metric.type === 'legacy')
    return 'Legacy metric: PostHog computes it in another way and shows it on its own page.';
  if (isLegacy) return "Computed by PostHog's former engine, which knew no change against a baseline.";
  const failure = reading?.state === 'failed' ? describeError(reading.error) : error;
  if (failure !== undefined && !isUnderWay(reading)) return baselineNote(experiment) ?? failure;
  if (reading?.state === 'cancelled') return 'The computation was cancelled.';
  if (noDays === 'edited') return 'History starts again: the metric was changed.';
  if (noDays === 'notComputed' && !result)
    return 'Not computed yet: PostHog computes daily results at night.';
  return result || reading ? undefined : 'Not computed yet.';
}

/** Without its baseline PostHog refuses every metric, in words that do not say so. */
function baselineNote({ statistics, variants }: ExperimentDetail): string | undefined {
  const wanted = statistics.baselineVariantKey;
  const isThere = wanted === undefined || variants.some(({ key }) => key === wanted);
  return isThere ? undefined : `The baseline variant '${wanted}' is not in the flag.`;
}
