/** What the page says about a metric's daily results as a whole. */
import { formatMoment, userTimeZone } from '../../src/shared/calendarDay';
import { formatAgo, formatCalendarDay, formatDay, formatDuration } from '../../src/shared/format';
import type { TimeseriesView } from '../../src/shared/panelSeries';
import type { ExperimentSummaryView, MetricView } from '../../src/shared/panelView';
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

export function roleWord({ role }: MetricView): string {
  return role === 'primary' ? 'Primary' : 'Secondary';
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
  if (view.isHiddenEarly) return `Hidden: every day so far is ${view.early?.reason ?? 'too early to read'}.`;
  if (view.recalculation) {
    const { computedDays, days } = view.recalculation;
    return `PostHog is recalculating: ${computedDays} of ${days} days so far. This page follows it.`;
  }
  const error = Object.values(view.errors).at(-1);
  if (view.status === 'failed' || error !== undefined) {
    return `PostHog could not compute the daily results${error === undefined ? '.' : `: ${error}`}`;
  }
  const reason = view.series.flatMap(
    ({ points }) => points.findLast((point) => point?.reason)?.reason ?? [],
  )[0];
  if (reason) return `No result yet. ${reason}`;
  if (view.legacyDays.length > 0) {
    return 'PostHog’s retired engine computed these days: it knew no change against a baseline to draw.';
  }
  return historyWords(view);
}

/** Why PostHog has no day for this metric. */
function historyWords({ history, days }: TimeseriesView): string {
  switch (history) {
    case 'restarted':
      return (
        'No days yet since the last edit. The metric or how it is counted was edited, and PostHog keeps daily results ' +
        'for each form: the history starts again. Recalculate has all days computed for the form of now.'
      );
    case 'unexplained':
      return (
        `PostHog has computed none of the ${days.length} days for the metric as it is now. An edit starts the history ` +
        'again, and metrics may be left out of the nightly run. Recalculate has all days computed.'
      );
    case 'whole':
    case 'notYet':
      return 'Not computed yet. PostHog computes daily results in the background: look again later.';
  }
}

/** Things to know before reading the chart. */
export function seriesNotes(view: TimeseriesView, nowMs: number): string[] {
  if (!hasAnyPoint(view)) return [];
  return [
    ...recalculationNote(view),
    ...staleNote(view, nowMs),
    ...beginningNote(view),
    ...earlyNote(view),
    ...dayNote(
      Object.keys(view.errors).length,
      'could not be computed (✕ in the chart, messages in the table)',
    ),
    ...dayNote(view.legacyDays.length, 'computed by PostHog’s retired engine: no change to draw'),
  ];
}

function recalculationNote({ recalculation }: TimeseriesView): string[] {
  if (!recalculation) return [];
  const { computedDays, days } = recalculation;
  return [
    `PostHog is recalculating these results: ${computedDays} of ${days} days. Days disappear and come back as it goes.`,
  ];
}

function staleNote({ isStale, computedMs }: TimeseriesView, nowMs: number): string[] {
  if (!isStale || computedMs === undefined) return [];
  const age = formatDuration(nowMs - computedMs);
  return [
    `Daily series last computed ${formatDay(computedMs)} (${age} ago). PostHog stops computing long experiments by itself; Recalculate computes all days anew.`,
  ];
}

function beginningNote(view: TimeseriesView): string[] {
  const { history, days, series } = view;
  if (history !== 'restarted' && history !== 'unexplained') return [];
  const first = days.findIndex((_, index) => series.some(({ points }) => points[index] !== null));
  const why =
    history === 'restarted'
      ? 'an edit of the metric or its counting starts the history again'
      : 'an edit starts the history again';
  return [`No days before ${formatCalendarDay(days[first] ?? '')}: ${why}. Recalculate computes them.`];
}

function earlyNote({ early, isSequential, days }: TimeseriesView): string[] {
  if (isSequential || !early) return [];
  if (early.days < days.length) return [`The hatched days are an early read, ${early.reason}.`];
  return [`Early read, ${early.reason}: differences here often reverse.`];
}

function dayNote(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count === 1 ? '1 day' : `${count} days`} ${what}.`];
}

/** What a picture of the chart must not lose: its caveats, its method and its age. */
export function pictureNotes(view: TimeseriesView, nowMs: number): string[] {
  const { computedMs, timeZone } = view;
  const computed =
    computedMs === undefined ? [] : [`Computed ${formatMoment(computedMs)} (${userTimeZone()}).`];
  const zone = timeZone === undefined ? [] : [`Days of project time ${timeZone}.`];
  return [
    ...seriesNotes(view, nowMs),
    `${countingWords(view)}.`,
    [...computed, ...zone, legendWords(view)].join(' '),
  ];
}

/** How to read the marks of the chart. */
export function legendWords({ sparseDays }: TimeseriesView): string {
  return [
    'Filled marker: significant. Hollow: not significant.',
    'Strips below the days: solid over significant days.',
    ...(sparseDays > 0 ? ['Grey: below 50 exposures per variant.'] : []),
  ].join(' ');
}

/** How the numbers came to be, and how old they are. */
export function methodWords(view: TimeseriesView, nowMs: number): string {
  const age = view.computedMs === undefined ? '' : ` Computed ${formatAgo(nowMs - view.computedMs)}.`;
  return (
    `${countingWords(view)}, so neighbours move together: a line that ` +
    `crosses zero for a day is no news.${age}`
  );
}

function countingWords({ methodText, isSequential }: TimeseriesView): string {
  const anyTime = isSequential ? ', valid at any time (sequential)' : '';
  return `${methodText}${anyTime}. Each day counts everything up to and including it`;
}
