/** The numbers of one day: a line on the day, a card for the eyes, a sentence for the ears. */
import { clockWords, type DayContext, dayNotes, pointWords } from '../../src/shared/dayWords';
import { formatCalendarDay } from '../../src/shared/format';
import { element, setText } from '../dom';
import type { DayPlace } from '../seriesChart';
import { swatch } from './swatch';

export interface ReadoutContent extends DayContext {
  readonly hidden: ReadonlySet<string>;
}

export interface ChartReadout {
  readonly elements: readonly HTMLElement[];
  /**
   * @param place within what holds the elements
   * @param current the variant the keyboard is on
   */
  readonly show: (content: ReadoutContent, day: number, place: DayPlace, current?: string) => void;
  readonly say: (sentence: string) => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
  /** A pinned card stays, and its text can be selected. */
  readonly pin: (pinned: boolean) => void;
}

export function createChartReadout(): ChartReadout {
  const cursor = element('div', { class: 'chart-cursor' });
  const card = element('div', { class: 'chart-card', 'aria-hidden': 'true' });
  const voice = element('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  cursor.hidden = card.hidden = true;
  return {
    elements: [cursor, card, voice],
    show(content, day, { xPx, topPx, bottomPx }, current) {
      cursor.hidden = card.hidden = false;
      cursor.style.left = `${xPx}px`;
      cursor.style.top = `${topPx}px`;
      cursor.style.height = `${bottomPx - topPx}px`;
      card.replaceChildren(...cardContent(content, day, current));
      const room = card.parentElement?.clientWidth ?? 0;
      const fitsRight = xPx + 14 + card.offsetWidth <= room;
      const fitsLeft = xPx - 14 - card.offsetWidth >= 0;
      const besideLeft = fitsRight ? xPx + 14 : xPx - 14 - card.offsetWidth;
      card.style.left = `${fitsRight || fitsLeft ? besideLeft : Math.max(0, room - card.offsetWidth)}px`;
      card.style.top = `${topPx + 4}px`;
    },
    say: (sentence) => setText(voice, sentence),
    hide() {
      cursor.hidden = card.hidden = true;
      setText(voice, '');
    },
    isShown: () => !card.hidden,
    pin: (pinned) => card.toggleAttribute('data-pinned', pinned),
  };
}

function cardContent(content: ReadoutContent, day: number, current: string | undefined): HTMLElement[] {
  const { view, hidden } = content;
  const rows = view.series.flatMap((series, place) => {
    if (hidden.has(series.variantKey)) return [];
    const { main, details } = pointWords(content, series, day);
    return element(
      'div',
      { class: series.variantKey === current ? 'chart-card-row current' : 'chart-card-row' },
      element('p', {}, swatch(place), ' ', element('b', {}, series.variantKey), ` ${main}`),
      ...details.map((detail) => element('p', { class: 'muted' }, detail)),
    );
  });
  return [
    element('strong', {}, formatCalendarDay(view.days[day] ?? '')),
    ...dayNotes(content, day).map((note) => element('p', {}, note)),
    ...rows,
    element('p', { class: 'muted chart-card-foot' }, clockWords(content)),
  ];
}
