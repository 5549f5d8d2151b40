/** The flags as a table; in a narrow panel CSS makes a card of every row. */
import type { FlagOrder, FlagRowView } from '../../src/shared/panelFlags';
import { element, setText, syncChildren } from '../dom';
import { linkButton } from './linkButton';

export interface FlagTable {
  readonly element: HTMLElement;
  readonly update: (model: FlagTableModel) => void;
  /** Puts the keyboard and the view at the first row. */
  readonly focus: () => void;
}

export interface FlagTableModel {
  readonly rows: readonly FlagRowView[];
  readonly order: FlagOrder;
  readonly caption: string;
  readonly hasWebApp: boolean;
}

export interface FlagCommands {
  readonly useInExperiment: (flagKey: string) => void;
  readonly copyKey: (flagKey: string) => void;
  readonly openInPostHog: (flagId: number) => void;
  readonly openExperiment: (experimentId: number) => void;
}

const columns = [
  'Flag',
  'State',
  'Variants',
  'Owner',
  'Runtime',
  'Tags',
  'Created',
  'Experiments',
  'Actions',
];
/** Which column an order is about. Key and name share one. */
const orderedColumns: Readonly<Record<string, string>> = { created_at: 'Created', key: 'Flag', name: 'Flag' };

export function createFlagTable(commands: FlagCommands): FlagTable {
  const caption = element('caption');
  // Roles are spelled out because cards are no table to CSS, and then none to a screen reader either.
  const heads = columns.map((title) =>
    element('th', { scope: 'col', role: 'columnheader', class: `column-${title.toLowerCase()}` }, title),
  );
  const body = element('tbody', { role: 'rowgroup' });
  const table = element(
    'table',
    { class: 'flags', role: 'table', tabindex: '-1' },
    caption,
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)),
    body,
  );
  return {
    element: table,
    focus() {
      table.focus();
      table.scrollIntoView({ block: 'start' });
    },
    update({ rows, order, caption: words, hasWebApp }) {
      setText(caption, words);
      const field = order.replace('-', '');
      for (const [index, head] of heads.entries()) {
        if (columns[index] !== orderedColumns[field]) head.removeAttribute('aria-sort');
        else head.setAttribute('aria-sort', order.startsWith('-') ? 'descending' : 'ascending');
      }
      // A row is made anew when anything about it changed; all others keep their focus.
      syncChildren(
        body,
        rows,
        (row) => JSON.stringify([row, hasWebApp]),
        (row) => rowOf(row, hasWebApp, commands),
      );
    },
  };
}

function rowOf(row: FlagRowView, hasWebApp: boolean, commands: FlagCommands): HTMLElement {
  const actions = [
    // A flag carries one experiment: sharing it would let each disturb the other.
    ...(row.experiments.length === 0
      ? [linkButton('New Experiment…', () => commands.useInExperiment(row.key), `with ${row.key}`)]
      : []),
    linkButton('Copy Key', () => commands.copyKey(row.key), row.key),
    ...(hasWebApp ? [linkButton('Open in PostHog', () => commands.openInPostHog(row.id), row.key)] : []),
  ];
  const experiments = row.experiments.map(({ id, name }) =>
    linkButton(name, () => commands.openExperiment(id)),
  );
  return element(
    'tr',
    { role: 'row' },
    element(
      'th',
      { scope: 'row', role: 'rowheader' },
      element('code', {}, row.key),
      ...(row.name === '' || row.name === row.key ? [] : [element('p', { class: 'muted' }, row.name)]),
    ),
    cell('State', ...stateOf(row)),
    cell('Variants', ...listed(row.variants.map(variantText))),
    cell('Owner', element('span', { class: 'owner' }, row.owner ?? '—')),
    cell('Runtime', row.runtime ?? '—'),
    cell('Tags', ...listed(row.tags, 'tag')),
    cell('Created', ...daysOf(row)),
    cell('Experiments', ...(experiments.length > 0 ? experiments : ['—'])),
    element('td', { role: 'cell', class: 'row-actions' }, ...actions),
  );
}

/** @param label what the column says, for the card that a row is in a narrow panel */
function cell(label: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('td', { role: 'cell', 'data-label': label }, element('div', { class: 'cell' }, ...children));
}

function stateOf({ active, rolloutPercent }: FlagRowView): readonly (Node | string)[] {
  const shape = element(
    'span',
    { class: active ? 'shape-on' : 'muted', 'aria-hidden': 'true' },
    active ? '●' : '○',
  );
  const isPart = active && rolloutPercent !== undefined && rolloutPercent < 100;
  return [element('span', {}, shape, active ? ' On' : ' Off', isPart ? `, for ${rolloutPercent}%` : '')];
}

function daysOf({ createdDay, changedDay }: FlagRowView): readonly (Node | string)[] {
  const created = element('span', {}, unbroken(createdDay ?? '—'));
  if (changedDay === undefined) return [created];
  return [created, element('span', { class: 'muted' }, `changed ${unbroken(changedDay)}`)];
}

function unbroken(day: string): string {
  return day.replaceAll(' ', '\u00a0');
}

function listed(texts: readonly string[], kind = ''): readonly (Node | string)[] {
  if (texts.length === 0) return ['—'];
  return texts.map((text) => element('bdi', { class: `item ${kind}`.trim() }, text));
}

function variantText({ key, rolloutPercent }: FlagRowView['variants'][number]): string {
  return rolloutPercent === undefined ? key : `${key} ${rolloutPercent}%`;
}
