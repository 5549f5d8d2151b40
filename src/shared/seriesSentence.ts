/** One sentence per variant that says what its line in the chart says. */
import { effectText } from './effectText';
import { formatCalendarDay } from './format';
import type { MetricView, SeriesView, TimeseriesView } from './panelView';

const windowDays = 7;

/**
 * For example `test: +12.67% [4.50%, 20.85%] vs control on 14 Nov 2026; significant on 6 of the last 7 days.`
 * Significance is the server's word for each day, never derived from the interval here.
 */
export function seriesSentence(view: TimeseriesView, series: SeriesView, goal: MetricView['goal']): string {
  const newest = series.points.findLastIndex((point) => point !== null);
  const point = series.points[newest];
  if (!point) return `${series.variantKey}: no result yet.`;
  const day = formatCalendarDay(view.days[newest] ?? '');
  if (point.change === undefined) {
    const reason = point.reason ? ` ${point.reason}` : '';
    return `${series.variantKey}: no statistic on ${day}.${reason}`;
  }
  const { change, interval } = effectText(point, view.difference);
  const baseline = view.baselineKey === undefined ? '' : ` vs ${view.baselineKey}`;
  const goalWord = goal === 'decrease' ? ' (lower is better)' : '';
  return `${series.variantKey}: ${change} ${interval}${baseline} on ${day}${goalWord}; ${significanceRun(series, newest)}.`;
}

/** How often the server called the difference significant in the week up to the newest result. */
function significanceRun(series: SeriesView, newest: number): string {
  const week = series.points.slice(Math.max(0, newest - windowDays + 1), newest + 1);
  const told = week.filter((point) => point?.significant !== undefined);
  const significant = told.filter((point) => point?.significant).length;
  if (told.length === 0) return 'significance is not known';
  const days = week.length < windowDays ? dayCount(week.length) : `the last ${windowDays} days`;
  if (told.length < week.length) {
    return `significant on ${significant} of ${told.length} computed days in ${days}`;
  }
  if (significant === 0) return week.length === 1 ? 'not significant' : `not significant on any of ${days}`;
  return `significant on ${significant} of ${days}`;
}

function dayCount(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
