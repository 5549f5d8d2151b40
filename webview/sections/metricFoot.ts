/** Below the rows of a metric: how it was computed, the steps of a funnel, and its breakdowns, each on demand. */
import { cutText } from '../../src/shared/cutText';
import type { MetricResultView, VariantRowView } from '../../src/shared/panelResults';
import { element } from '../dom';

/** It stands whole above. */
const maxNameLength = 80;

export function createMetricFoot(
  metric: MetricResultView,
  columns: number,
  variantRow: (row: VariantRowView) => HTMLElement,
): HTMLElement | undefined {
  const parts = [
    ...(metric.computedText ? [howComputed(metric)] : []),
    ...(metric.steps.length > 0 ? [steps(metric)] : []),
    ...(metric.breakdowns.length > 0 ? [breakdowns(metric, variantRow)] : []),
  ];
  if (parts.length === 0) return undefined;
  return element('tr', { class: 'metric-foot' }, element('td', { colspan: String(columns) }, ...parts));
}

function howComputed({ computedText, formulas }: MetricResultView): HTMLElement {
  const words = element('span', { class: 'muted' }, computedText);
  if (formulas.length === 0) return element('p', {}, words);
  return element(
    'details',
    { class: 'how-computed' },
    element('summary', {}, 'How this was computed: ', words),
    element('ul', {}, ...formulas.map((formula) => element('li', {}, formula))),
  );
}

function steps({ name, steps: names, rows }: MetricResultView): HTMLElement {
  const heads = ['Variant', ...names].map((text, index) =>
    element('th', { scope: 'col', class: index === 0 ? '' : 'number' }, element('bdi', {}, text)),
  );
  const bodies = rows.map((row) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('bdi', {}, row.key)),
      ...names.map((_, index) => element('td', { class: 'number' }, row.steps[index] ?? '—')),
    ),
  );
  return element(
    'details',
    { class: 'funnel-steps' },
    element('summary', {}, `${names.length === 1 ? 'Step' : `${names.length} steps`} of the funnel`),
    element(
      'div',
      { class: 'table' },
      element(
        'table',
        { class: 'inner' },
        element(
          'caption',
          {},
          `${cutText(name, maxNameLength)}: who reached each step, with the share of those exposed`,
        ),
        element('thead', {}, element('tr', {}, ...heads)),
        element('tbody', {}, ...bodies),
      ),
    ),
  );
}

function breakdowns(
  { name, breakdowns: values }: MetricResultView,
  variantRow: (row: VariantRowView) => HTMLElement,
): HTMLElement {
  const bodies = values.map(({ value, rows }) =>
    element(
      'tbody',
      {},
      element(
        'tr',
        { class: 'metric-head' },
        element('th', { scope: 'rowgroup', colspan: '8' }, element('bdi', {}, value)),
      ),
      ...rows.map(variantRow),
    ),
  );
  return element(
    'details',
    { class: 'breakdowns' },
    element(
      'summary',
      {},
      values.length === 1 ? '1 value of the breakdown' : `${values.length} values of the breakdown`,
    ),
    element(
      'table',
      { class: 'results inner' },
      element(
        'caption',
        {},
        `${cutText(name, maxNameLength)}, broken down: the same columns. Many comparisons, none corrected.`,
      ),
      ...bodies,
    ),
  );
}
