/** The numbers behind the chart as a table: every day, newest first, every variant. */
import { missingWord } from '../../src/shared/dayWords';
import { effectText } from '../../src/shared/effectText';
import { formatCalendarDay, formatChanceToWin, formatCount, formatPValue } from '../../src/shared/format';
import type { PointView, TimeseriesView } from '../../src/shared/panelSeries';
import type { MetricView } from '../../src/shared/panelView';
import { element } from '../dom';

export interface TableModel {
  readonly view: TimeseriesView;
  readonly metric: MetricView;
  readonly unit: string;
}

interface Column {
  readonly title: string;
  readonly isNumber: boolean;
  readonly textOf: (point: PointView) => string;
}

/** A whole new table; the caller decides when the old one is worth replacing. */
export function createSeriesTable({ view, metric, unit }: TableModel): HTMLTableElement {
  const columns = columnsOf(view, metric, unit);
  const heads = [
    columnHead('Day', false),
    columnHead('Variant', false),
    ...columns.map(({ title, isNumber }) => columnHead(title, isNumber)),
  ];
  const goalWord = metric.goal === 'decrease' ? ' Lower is better.' : '';
  return element(
    'table',
    {},
    element('caption', {}, `${metric.name}, day by day, newest first. ${view.methodText}.${goalWord}`),
    element('thead', {}, element('tr', {}, ...heads)),
    ...view.days.map((_, index) => dayRows(view, index, columns)).toReversed(),
  );
}

function columnsOf(view: TimeseriesView, metric: MetricView, unit: string): Column[] {
  const has = (field: keyof PointView): boolean =>
    view.series.some(({ points }) => points.some((point) => point?.[field] !== undefined));
  const chance: Column = {
    title: 'Chance to win',
    isNumber: true,
    textOf: (point) => formatChanceToWin(point.chanceToWin, metric.goal),
  };
  const pValue: Column = { title: 'p-value', isNumber: true, textOf: (point) => formatPValue(point.pValue) };
  return [
    { title: 'Change', isNumber: true, textOf: (point) => effectText(point, view.difference).change },
    { title: 'Interval', isNumber: true, textOf: (point) => effectText(point, view.difference).interval },
    ...(has('chanceToWin') ? [chance] : []),
    ...(has('pValue') ? [pValue] : []),
    { title: 'Significant', isNumber: false, textOf: (point) => significanceWord(point) },
    { title: capitalised(unit), isNumber: true, textOf: (point) => formatCount(point.samples) },
  ];
}

/** One group of rows per day, so that the day stands once and still heads each of its rows. */
function dayRows(view: TimeseriesView, index: number, columns: readonly Column[]): HTMLElement {
  const day = view.days[index] ?? '';
  const isMissing = view.errors[day] !== undefined || view.series.every(({ points }) => !points[index]);
  const bodies = isMissing
    ? [
        [
          element(
            'td',
            { class: 'not-computed', colspan: String(columns.length + 1) },
            absentWord(view, index),
          ),
        ],
      ]
    : variantRows(view, index, columns);
  const head = element('th', { scope: 'rowgroup', rowspan: String(bodies.length) }, formatCalendarDay(day));
  return element(
    'tbody',
    { 'data-day': day },
    ...bodies.map((cells, row) => element('tr', {}, ...(row === 0 ? [head] : []), ...cells)),
  );
}

function variantRows(view: TimeseriesView, index: number, columns: readonly Column[]): HTMLElement[][] {
  const rows = view.series.map(({ variantKey, points }) => {
    const point = points[index];
    const head = element('th', { scope: 'row' }, variantKey);
    if (!point)
      return [
        head,
        element('td', { class: 'not-computed', colspan: String(columns.length) }, 'not computed'),
      ];
    if (point.change === undefined && point.reason)
      return [head, ...reasonCells(point, point.reason, columns)];
    return [head, ...columns.map((column) => cell(column.textOf(point), column.isNumber))];
  });
  const samples = view.baselineSamples[index];
  if (view.baselineKey === undefined || samples === undefined || samples === null) return rows;
  return [
    ...rows,
    [
      element('th', { scope: 'row' }, view.baselineKey),
      element('td', { class: 'baseline', colspan: String(columns.length - 1) }, 'baseline'),
      cell(formatCount(samples), true),
    ],
  ];
}

/** Samples are known even where a statistic is not. */
function reasonCells(point: PointView, reason: string, columns: readonly Column[]): HTMLElement[] {
  return [
    element('td', { class: 'not-computed', colspan: String(columns.length - 1) }, reason),
    cell(formatCount(point.samples), true),
  ];
}

function columnHead(title: string, isNumber: boolean): HTMLElement {
  return element('th', { scope: 'col', ...(isNumber && { class: 'number' }) }, title);
}

function cell(text: string, isNumber: boolean): HTMLElement {
  return element('td', isNumber ? { class: 'number' } : {}, text);
}

function absentWord(view: TimeseriesView, index: number): string {
  const isFailed = view.errors[view.days[index] ?? ''] !== undefined;
  return `${isFailed ? '✕ ' : ''}${missingWord(view, index)}`;
}

function significanceWord({ significant }: PointView): string {
  if (significant === undefined) return '—';
  return significant ? 'yes' : 'no';
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
