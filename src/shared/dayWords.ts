/** What one day of a metric's daily results says, in words: for the card at the pointer, for who hears it, for the table. */
import { formatMoment, userTimeZone } from './calendarDay';
import { effectText } from './effectText';
import { formatCalendarDay, formatChanceToWin, formatCount, formatPValue } from './format';
import { nameInText } from './nameInText';
import type { PointView, SeriesView, TimeseriesView } from './panelSeries';
import type { MetricView } from './panelView';

export interface DayContext {
  readonly view: TimeseriesView;
  readonly goal: MetricView['goal'];
  /** What is counted: `users`. */
  readonly unit: string;
}

export interface PointWords {
  /** `+12.67% [4.50%, 20.85%]` */
  readonly main: string;
  readonly details: readonly string[];
}

/** The numbers of one variant on one day. */
export function pointWords({ view, goal, unit }: DayContext, series: SeriesView, day: number): PointWords {
  const point = series.points[day] ?? null;
  if (!point) return { main: missingWord(view, day), details: [] };
  const samples = `${formatCount(point.samples)} ${unit}`;
  if (point.change === undefined)
    return { main: 'no statistic', details: [point.reason ?? '', samples].filter(Boolean) };
  const { change, interval } = effectText(point, view.difference);
  const against = view.baselineKey === undefined ? '' : ` vs ${nameInText(view.baselineKey)}`;
  return {
    main: `${change} ${interval}`,
    details: [
      ...(point.chanceToWin === undefined
        ? []
        : [`Chance to win${against} ${formatChanceToWin(point.chanceToWin, goal)}`]),
      ...(point.pValue === undefined ? [] : [`p ${formatPValue(point.pValue)}`]),
      [significanceWord(point), ...firstWords(series, day), samples].filter(Boolean).join(', '),
    ],
  };
}

/** Why there is no number: `not computed`, `not computed: Too slow.`, or that a retired engine computed it. */
export function missingWord({ days, errors, legacyDays }: TimeseriesView, day: number): string {
  const name = days[day] ?? '';
  if (legacyDays.includes(name)) return 'computed by PostHog’s retired engine: no change to show';
  const error = errors[name];
  return error === undefined ? 'not computed' : `not computed: ${error}`;
}

/** What holds for the day as a whole: how far it may be trusted, and what happened on it. */
export function dayNotes({ view }: DayContext, day: number): readonly string[] {
  const name = view.days[day] ?? '';
  const { early, sparseDays } = view;
  return [
    ...(day < sparseDays ? ['Below the minimum of exposures per variant.'] : []),
    ...(early && day >= sparseDays && day < early.days ? [`Early read: ${early.reason}.`] : []),
    ...view.events
      .filter((event) => event.day === name)
      .map(({ text, timeMs }) => `${text}, ${formatMoment(timeMs)} your time.`),
  ];
}

/** Which clock tells what: `Computed 14 Nov 2026, 09:12 your time (Europe/Berlin) · day of project time UTC`. */
export function clockWords({ view }: DayContext): string {
  const { computedMs, timeZone } = view;
  const computed =
    computedMs === undefined ? [] : [`Computed ${formatMoment(computedMs)} your time (${userTimeZone()})`];
  return [...computed, `day of project time${timeZone === undefined ? '' : ` ${timeZone}`}`].join(' · ');
}

/** The same for who hears it: `14 Nov 2026, test, plus 12.67 percent, interval 4.50 to 20.85, significant, …`. */
export function spokenPoint(context: DayContext, series: SeriesView, day: number): string {
  const { view, unit } = context;
  const point = series.points[day] ?? null;
  const name = [formatCalendarDay(view.days[day] ?? ''), series.variantKey];
  const notes = dayNotes(context, day);
  if (point?.change === undefined) {
    const { main, details } = pointWords(context, series, day);
    return [...name, main, ...details, ...notes].join(', ');
  }
  const { change, interval } = effectText(point, view.difference);
  return [
    ...name,
    aloud(change),
    `interval ${aloud(interval.replace(/[[\]%]/g, '').replace(', ', ' to '))}`,
    significanceWord(point).toLowerCase(),
    ...firstWords(series, day),
    `${formatCount(point.samples)} ${unit}`,
    ...notes,
  ]
    .filter(Boolean)
    .join(', ');
}

function aloud(text: string): string {
  return text
    .replaceAll('+', 'plus ')
    .replaceAll('−', 'minus ')
    .replaceAll('%', ' percent')
    .replaceAll(' pp', ' percentage points');
}

function significanceWord({ significant }: PointView): string {
  if (significant === undefined) return '';
  return significant ? 'Significant' : 'Not significant';
}

/** Told here and nowhere louder: the first of many looks that is significant is no news by itself. */
function firstWords({ points }: SeriesView, day: number): readonly string[] {
  return points.findIndex((point) => point?.significant) === day ? ['for the first time'] : [];
}
