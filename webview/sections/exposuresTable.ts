/** Who was exposed, as tables: the newest counts by variant, and all of them day by day. */
import { formatCalendarDay, formatCount, formatPercent } from '../../src/shared/format';
import type { ExposuresView } from '../../src/shared/panelExposures';
import { element } from '../dom';
import { placesOf } from '../identity';
import { swatch } from './swatch';

export function createExposuresTable(view: ExposuresView): HTMLTableElement {
  const { variants, several, total, unit } = view;
  const places = placesOf(variants);
  const rows = variants.map(({ key, count, sharePercent, expectedPercent, note }, index) =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        element('span', { class: 'exposed' }, swatch(places[index] ?? 0), element('bdi', {}, key)),
        ...(note === undefined ? [] : [element('span', { class: 'muted' }, ` ${note}`)]),
      ),
      numberCell(formatCount(count)),
      numberCell(percentText(sharePercent)),
      numberCell(percentText(expectedPercent)),
    ),
  );
  const severalRow =
    several && several.count > 0
      ? [
          element(
            'tr',
            { class: 'muted' },
            element('th', { scope: 'row' }, 'Saw several variants'),
            numberCell(formatCount(several.count)),
            numberCell(formatPercent(several.percent)),
            numberCell('—'),
          ),
        ]
      : [];
  const heads = [
    element('th', { scope: 'col' }, 'Variant'),
    ...[capitalised(unit), 'Share', 'Expected'].map((title) =>
      element('th', { scope: 'col', class: 'number' }, title),
    ),
  ];
  return element(
    'table',
    {},
    element('caption', {}, `${formatCount(total)} ${unit} in all variants`),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows, ...severalRow),
  );
}

/** Newest first. */
export function createDaysTable({ days, variants, unit }: ExposuresView): HTMLTableElement {
  const rows = days.map((day, place) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, formatCalendarDay(day)),
      ...variants.map(({ counts }) => numberCell(formatCount(counts[place] ?? 0))),
    ),
  );
  const heads = variants.map(({ key }) => element('th', { scope: 'col', class: 'number' }, key));
  return element(
    'table',
    {},
    element('caption', {}, `${capitalised(unit)} counted up to and including each day`),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Day'), ...heads)),
    element('tbody', {}, ...rows.toReversed()),
  );
}

function numberCell(text: string): HTMLElement {
  return element('td', { class: 'number' }, text);
}

function percentText(percent: number | undefined): string {
  return percent === undefined ? '—' : formatPercent(percent, 1);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
