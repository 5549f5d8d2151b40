/** What the pointer rests on: a line on the day and a card with its numbers. The table says the same to everyone else. */
import { effectText } from '../../src/shared/effectText';
import { formatCalendarDay, formatChanceToWin, formatCount, formatPValue } from '../../src/shared/format';
import type { MetricView, PointView, TimeseriesView } from '../../src/shared/panelView';
import { element } from '../dom';
import { swatch } from './swatch';

export interface ReadoutContent {
  readonly view: TimeseriesView;
  readonly hidden: ReadonlySet<string>;
  readonly goal: MetricView['goal'];
  readonly unit: string;
}

export interface ChartReadout {
  readonly elements: readonly HTMLElement[];
  /** @param xPx place of the day within the chart */
  readonly show: (content: ReadoutContent, day: number, xPx: number) => void;
  readonly hide: () => void;
}

export function createChartReadout(): ChartReadout {
  const cursor = element('div', { class: 'chart-cursor' });
  const card = element('div', { class: 'chart-card', 'aria-hidden': 'true' });
  cursor.hidden = card.hidden = true;
  return {
    elements: [cursor, card],
    show(content, day, xPx) {
      cursor.hidden = card.hidden = false;
      cursor.style.left = `${xPx}px`;
      card.replaceChildren(...cardContent(content, day));
      const room = card.parentElement?.clientWidth ?? 0;
      const fitsRight = xPx + 14 + card.offsetWidth <= room;
      const fitsLeft = xPx - 14 - card.offsetWidth >= 0;
      const besideLeft = fitsRight ? xPx + 14 : xPx - 14 - card.offsetWidth;
      card.style.left = `${fitsRight || fitsLeft ? besideLeft : Math.max(0, room - card.offsetWidth)}px`;
    },
    hide() {
      cursor.hidden = card.hidden = true;
    },
  };
}

function cardContent({ view, hidden, goal, unit }: ReadoutContent, dayIndex: number): HTMLElement[] {
  const day = view.days[dayIndex] ?? '';
  const title = element('strong', {}, formatCalendarDay(day));
  const error = view.errors[day];
  if (error !== undefined) return [title, element('p', {}, `Not computed: ${error}`)];
  const rows = view.series.flatMap(({ variantKey, points }, place) => {
    if (hidden.has(variantKey)) return [];
    const words = pointWords(points[dayIndex] ?? null, view, goal, unit);
    return element(
      'div',
      { class: 'chart-card-row' },
      element('p', {}, swatch(place), ' ', element('b', {}, variantKey), ` ${words.main}`),
      ...words.details.map((detail) => element('p', { class: 'muted' }, detail)),
    );
  });
  return [title, ...rows];
}

function pointWords(
  point: PointView | null,
  view: TimeseriesView,
  goal: MetricView['goal'],
  unit: string,
): { main: string; details: string[] } {
  if (!point) return { main: 'not computed', details: [] };
  const samples = `${formatCount(point.samples)} ${unit}`;
  if (point.change === undefined)
    return { main: 'no statistic', details: [point.reason ?? '', samples].filter(Boolean) };
  const { change, interval } = effectText(point, view.difference);
  const against = view.baselineKey === undefined ? '' : ` vs ${view.baselineKey}`;
  return {
    main: `${change} ${interval}`,
    details: [
      ...(point.chanceToWin === undefined
        ? []
        : [`Chance to win${against} ${formatChanceToWin(point.chanceToWin, goal)}`]),
      ...(point.pValue === undefined ? [] : [`p ${formatPValue(point.pValue)}`]),
      [significanceWord(point), samples].filter(Boolean).join(', '),
    ],
  };
}

function significanceWord({ significant }: PointView): string {
  if (significant === undefined) return '';
  return significant ? 'Significant' : 'Not significant';
}
