/** One sentence per variant that says what its line in the chart says. */
import { effectText, widthText } from './effectText';
import { formatCalendarDay } from './format';
import { nameInText } from './nameInText';
import type { SeriesView, TimeseriesView } from './panelSeries';
import { findStability, findWidths } from './seriesStability';
import type { MetricView } from './panelView';

const windowDays = 7;

/**
 * For example `test: +12.67% [4.50%, 20.85%] vs control on 14 Nov 2026; significant on 6 of the last 7 days; interval
 * 16.35 points wide, 41% of what it was on 1 Nov 2026; sign unchanged for 9 days.`
 * Significance is the server's word for each day, never derived from the interval here.
 */
export function seriesSentence(view: TimeseriesView, series: SeriesView, goal: MetricView['goal']): string {
  const name = nameInText(series.variantKey);
  const newest = series.points.findLastIndex((point) => point !== null);
  const point = series.points[newest];
  if (!point) return `${name}: no result yet.`;
  const day = formatCalendarDay(view.days[newest] ?? '');
  if (point.change === undefined) {
    const reason = point.reason ? ` ${point.reason}` : '';
    return `${name}: no statistic on ${day}.${reason}`;
  }
  const { change, interval } = effectText(point, view.difference);
  const baseline = view.baselineKey === undefined ? '' : ` vs ${nameInText(view.baselineKey)}`;
  const goalWord = goal === 'decrease' ? ' (lower is better)' : '';
  const parts = [significanceRun(series, newest), ...widthWords(view, series), ...signWords(series)];
  return `${name}: ${change} ${interval}${baseline} on ${day}${goalWord}; ${parts.join('; ')}.`;
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

/** The width says how much is known; it shrinks as users come. */
function widthWords({ days, difference }: TimeseriesView, { points }: SeriesView): readonly string[] {
  const widths = findWidths(points);
  if (!widths) return [];
  const text = `interval ${widthText(widths.now, difference)} wide`;
  const { first } = widths;
  if (!first || !(first.width > 0)) return [text];
  const share = Math.round((100 * widths.now) / first.width);
  return [`${text}, ${share}% of what it was on ${formatCalendarDay(days[first.day] ?? '')}`];
}

function signWords({ points }: SeriesView): readonly string[] {
  const stability = findStability(points);
  if (!stability || points.length < 2) return [];
  const { unchangedDays, flips } = stability;
  const before = flips === 0 ? '' : `, flipped ${flips === 1 ? 'once' : `${flips} times`} before`;
  return [`sign unchanged for ${dayCount(unchangedDays)}${before}`];
}
