/** The head of a metric's rows: its name, how its result came to be and how old it is, and what can be done about it. */
import { formatAgo, formatDuration } from '../../src/shared/format';
import type { MetricResultView, MetricState } from '../../src/shared/panelResults';
import { element, setText } from '../dom';
import { button } from '../view';
import { linkButton } from './linkButton';

export interface MetricCommands {
  readonly retry: (metricKey: string) => void;
  /** Undefined where there is no web app. */
  readonly openInPostHog: () => (() => void) | undefined;
}

export interface MetricHead {
  readonly element: HTMLElement;
  readonly focus: () => void;
  readonly tick: () => void;
}

const stateWords: Readonly<Partial<Record<MetricState, string>>> = {
  waiting: 'Waiting for PostHog…',
  computing: 'PostHog is computing…',
  failed: '✕ Failed',
  cancelled: 'Cancelled',
  legacy: 'Legacy metric',
};

export function createMetricHead(
  metric: MetricResultView,
  columns: number,
  { retry, openInPostHog }: MetricCommands,
): MetricHead {
  const age = element('span', { class: 'muted' });
  const state = stateWords[metric.state];
  const open = metric.state === 'legacy' ? openInPostHog() : undefined;
  const head = element(
    'th',
    { scope: 'rowgroup', colspan: String(columns), tabindex: '-1' },
    element('span', { class: 'metric-name' }, element('bdi', {}, metric.name)),
    ...(metric.about ? [' ', element('span', { class: 'muted' }, metric.about)] : []),
    ...(state ? [' ', element('span', { class: `metric-state metric-${metric.state}` }, state)] : []),
    age,
    ...(metric.note ? [element('div', { class: 'metric-note' }, metric.note)] : []),
    ...(metric.canRetry ? [button('Retry', () => retry(metric.key))] : []),
    ...(open ? [linkButton('Open in PostHog', open)] : []),
  );

  function tick(): void {
    const text = ageText(metric, Date.now());
    setText(age, text && ` · ${text}`);
  }

  tick();
  return { element: element('tr', { class: 'metric-head' }, head), focus: () => head.focus(), tick };
}

/** `as of 2 h ago, PostHog's last run`; of a failed one `last good value, 3 d old`. */
function ageText({ computedMs, sourceText, isOld, rows }: MetricResultView, nowMs: number): string {
  if (rows.length === 0) return '';
  const spanMs = computedMs === undefined ? undefined : nowMs - computedMs;
  if (isOld)
    return `last good value${spanMs === undefined ? '' : `, ${formatDuration(spanMs)} old`}, ${sourceText}`;
  return [spanMs === undefined ? '' : `as of ${formatAgo(spanMs)}`, sourceText].filter(Boolean).join(', ');
}
