/** What the page says about a metric's daily results as a whole. */
import { formatAgo } from '../../src/shared/format';
import type { ExperimentSummaryView, MetricView, TimeseriesView } from '../../src/shared/panelView';
import { hasAnyPoint } from '../scene';
import type { SeriesState } from '../seriesState';

/**
 * Why there is no picker and no chart at all; undefined when there is a metric to show.
 * @param isRead false while only the experiment's row of a list is known, which tells nothing of metrics
 */
export function emptyWords(experiment: ExperimentSummaryView, isRead: boolean): string | undefined {
  if (!experiment.launched)
    return 'Not launched yet. Results appear here, day by day, once the experiment runs.';
  if (!isRead) return 'The metrics have not been read yet.';
  if (experiment.metrics.length === 0) {
    return 'This experiment has no metrics yet. Add one in PostHog, and its results appear here.';
  }
  return undefined;
}

export function metricWords({ typeWord, goal }: MetricView): string {
  return [typeWord, goal === 'decrease' ? 'lower is better' : 'higher is better'].filter(Boolean).join(', ');
}

/** What stands in the chart's place; undefined when there is something to draw. */
export function insteadOfChart(metric: MetricView, state: SeriesState | undefined): string | undefined {
  if (metric.uuid === undefined) return metric.note ?? 'This metric has no daily results.';
  const view = state?.view;
  if (!view) return state?.loading ? 'Reading the daily results…' : undefined;
  if (hasAnyPoint(view)) return undefined;
  const error = Object.values(view.errors).at(-1);
  if (view.status === 'failed') {
    return `PostHog could not compute the daily results${error === undefined ? '.' : `: ${error}`}`;
  }
  const reason = view.series.flatMap(
    ({ points }) => points.findLast((point) => point?.reason)?.reason ?? [],
  )[0];
  if (reason) return `No result yet. ${reason}`;
  return 'Not computed yet. PostHog computes daily results in the background: look again later.';
}

/** Things to know before reading the chart. */
export function seriesNotes(view: TimeseriesView): string[] {
  const failed = Object.keys(view.errors).length;
  return [
    ...(view.recalculating
      ? ['PostHog is recalculating these results: days disappear and come back as it goes.']
      : []),
    ...(failed > 0 && hasAnyPoint(view)
      ? [
          `${failed === 1 ? '1 day' : `${failed} days`} could not be computed (✕ in the chart, messages in the table).`,
        ]
      : []),
  ];
}

/** How the numbers came to be, and how old they are. */
export function methodWords(view: TimeseriesView, nowMs: number): string {
  const age = view.computedMs === undefined ? '' : ` Computed ${formatAgo(nowMs - view.computedMs)}.`;
  return `${view.methodText}. Each day counts everything up to and including it.${age}`;
}
