/** The metrics of one role as one table: a group of rows for each, the baseline first. */
import type {
  AxisView,
  MetricResultView,
  ResultsTableView,
  ResultsView,
  VariantRowView,
} from '../../src/shared/panelResults';
import { element, type Child } from '../dom';
import { axisPlot, intervalPlot } from './intervalPlot';
import { createMetricHead, type MetricCommands } from './metricHead';
import { createMetricFoot } from './metricFoot';

export interface ResultsTable {
  readonly element: HTMLElement;
  readonly update: (table: ResultsTableView, results: ResultsView) => void;
  readonly tick: () => void;
}

interface Group {
  readonly body: HTMLTableSectionElement;
  readonly drawn: string;
  readonly tick: () => void;
}

const captions = { primary: 'Primary metrics', secondary: 'Secondary metrics' } as const;

export function createResultsTable(role: ResultsTableView['role'], commands: MetricCommands): ResultsTable {
  const head = element('thead');
  const caption = element('caption', { class: 'visually-hidden' });
  const table = element('table', { class: 'results' }, caption, head);
  const title = captions[role];
  const section = element('div', { class: 'results-group' }, element('h3', {}, title), table);
  let groups = new Map<string, Group>();
  let drawnHead = '';

  return {
    element: section,
    tick: () => groups.forEach((group) => group.tick()),
    update(view, results) {
      const shared = sharedAxisOf(view);
      const columns = columnsOf(results);
      const wanted = JSON.stringify([columns, results.intervalTitle, shared]);
      if (wanted !== drawnHead) {
        drawnHead = wanted;
        caption.replaceChildren(`${title}: each variant against the baseline. ${results.intervalTitle}.`);
        head.replaceChildren(headRow(columns, shared));
      }
      const next = new Map<string, Group>();
      for (const [index, metric] of view.metrics.entries()) {
        const id = `${index} ${metric.key}`;
        const drawn = JSON.stringify([metric, columns, shared]);
        const known = groups.get(id);
        next.set(
          id,
          known?.drawn === drawn ? known : { ...draw(metric, shared, columns, known?.body), drawn },
        );
      }
      const bodies = [...next.values()].map(({ body }) => body);
      for (const { body } of groups.values()) if (!bodies.includes(body)) body.remove();
      bodies.forEach((body, index) => {
        if (table.tBodies[index] !== body) table.insertBefore(body, table.tBodies[index] ?? null);
      });
      groups = next;
    },
  };

  /** What was open stays open, and what had the focus hands it to the head of its metric. */
  function draw(
    metric: MetricResultView,
    shared: AxisView | undefined,
    columns: readonly string[],
    before: HTMLElement | undefined,
  ): Omit<Group, 'drawn'> {
    const metricHead = createMetricHead(metric, columns.length, commands);
    const axes = { axis: metric.axis, own: shared ? undefined : metric.axis };
    const rows = metric.rows.map((row) => variantRow(row, axes, columns));
    const foot = createMetricFoot(metric, columns.length, (row) => variantRow(row, axes, columns));
    const body = element(
      'tbody',
      { class: metric.isOld ? 'is-old' : '' },
      metricHead.element,
      ...rows,
      ...(foot ? [foot] : []),
    );
    if (before) {
      const open = new Set([...before.querySelectorAll('details[open]')].map((each) => each.className));
      for (const details of body.querySelectorAll('details')) details.open = open.has(details.className);
      if (before.contains(document.activeElement)) queueMicrotask(metricHead.focus);
    }
    return { body, tick: metricHead.tick };
  }
}

function columnsOf({ chanceTitle, differenceTitle, unit, intervalTitle }: ResultsView): readonly string[] {
  const counted = unit.charAt(0).toUpperCase() + unit.slice(1);
  return ['Variant', 'Value', 'Change', differenceTitle, intervalTitle, chanceTitle, 'Verdict', counted];
}

const numbers: ReadonlySet<number> = new Set([1, 2, 3, 7]);
const plotColumn = 4;

function headRow(columns: readonly string[], axis: AxisView | undefined): HTMLElement {
  const cells = columns.map((title, index) =>
    element(
      'th',
      { scope: 'col', class: classOf(index) },
      title,
      ...(index === plotColumn && axis ? [axisPlot(axis)] : []),
    ),
  );
  return element('tr', {}, ...cells);
}

/** Relative changes share an axis; differences in the unit of each metric do not. */
function sharedAxisOf({ metrics }: ResultsTableView): AxisView | undefined {
  const axes = metrics.flatMap(({ axis }) => axis ?? []);
  const [first] = axes;
  return axes.every((axis) => JSON.stringify(axis) === JSON.stringify(first)) ? first : undefined;
}

interface Axes {
  /** What intervals are drawn on. */
  readonly axis: AxisView | undefined;
  /** The same, where it is not that of the whole table: then it stands beside the baseline. */
  readonly own: AxisView | undefined;
}

function variantRow(row: VariantRowView, { axis, own }: Axes, columns: readonly string[]): HTMLElement {
  const cell = (index: number, ...children: readonly Child[]) =>
    element('td', { class: classOf(index), 'data-label': columns[index] ?? '' }, ...children);
  return element(
    'tr',
    { class: row.isBaseline ? 'is-baseline' : '' },
    element('th', { scope: 'row', class: 'variant-name' }, element('bdi', {}, row.key)),
    cell(1, row.value || '—'),
    ...(row.isBaseline ? baselineCells(own) : []),
    ...(row.reason === undefined ? [] : [reasonCell(row, columns)]),
    ...(row.isBaseline || row.reason !== undefined ? [] : comparison(row, axis, cell)),
    cell(7, row.samples),
  );
}

/** In place of change, interval, chance and verdict. */
function baselineCells(own: AxisView | undefined): readonly HTMLElement[] {
  if (!own) return [element('td', { class: 'rest', colspan: '5' }, 'Baseline')];
  return [
    element('td', { class: 'rest', colspan: '2' }, 'Baseline'),
    element('td', { class: 'plot' }, axisPlot(own)),
    element('td', { class: 'rest', colspan: '2' }),
  ];
}

function reasonCell(row: VariantRowView, columns: readonly string[]): HTMLElement {
  return element(
    'td',
    { class: 'rest', colspan: '5', 'data-label': columns[6] ?? '' },
    element(
      'span',
      {},
      verdictCell(row),
      element('div', { class: 'muted' }, row.reason ?? ''),
      ...(row.difference
        ? [element('div', { class: 'muted' }, `The values differ by ${row.difference} so far.`)]
        : []),
    ),
  );
}

function comparison(
  row: VariantRowView,
  axis: AxisView | undefined,
  cell: (index: number, ...children: readonly Child[]) => HTMLElement,
): readonly HTMLElement[] {
  const note = row.chanceNote === undefined ? [] : [element('div', { class: 'muted small' }, row.chanceNote)];
  const plot = axis && row.low !== undefined ? [intervalPlot(row, axis)] : [];
  return [
    cell(2, row.change || '—'),
    cell(3, row.difference || '—'),
    cell(plotColumn, ...plot, element('div', { class: 'interval-text' }, row.interval || '—')),
    cell(5, row.chance || '—', ...note),
    cell(6, row.verdict ? verdictCell(row) : '—'),
  ];
}

const shapes = { won: '▲', lost: '▼', open: '•' } as const;

/** Word and shape before colour. */
function verdictCell({ verdict, tone, marks }: VariantRowView): HTMLElement {
  return element(
    'span',
    { class: `verdict verdict-${tone}` },
    element('span', { class: 'verdict-shape', 'aria-hidden': 'true' }, shapes[tone]),
    verdict.charAt(0).toUpperCase() + verdict.slice(1),
    ...marks.flatMap((mark) => [' ', element('span', { class: 'tag' }, mark)]),
  );
}

function classOf(index: number): string {
  if (index === plotColumn) return 'plot';
  if (index === 6) return 'verdict-cell';
  if (index === 5) return 'number chance';
  return numbers.has(index) ? 'number' : '';
}
