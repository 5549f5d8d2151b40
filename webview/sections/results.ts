/** The results: what to know before, then the metrics. Has the host read them, which may take PostHog minutes. */
import { formatDuration } from '../../src/shared/format';
import type { ResultsView } from '../../src/shared/panelResults';
import type { ExperimentSummaryView } from '../../src/shared/panelView';
import { element, setOptionalText, setText, syncChildren } from '../dom';
import { sentenceOf } from '../sentenceOf';
import type { PageContext, Section } from '../section';
import { button } from '../view';
import { hatching } from './intervalPlot';
import { createErrorNotice } from './notice';
import { createResultsTable } from './resultsTable';

export interface ResultsSection extends Section {
  /** Has PostHog asked again. */
  readonly reread: () => void;
}

export function createResults({ rpc, view }: PageContext): ResultsSection {
  let experiment: ExperimentSummaryView | undefined;
  let results: ResultsView | undefined;
  let wasAsked = false;
  let failure: string | undefined;
  /** Reading all of them, and single ones: Cancel ends them all. */
  const underWay = new Set<AbortController>();
  const commands = {
    retry: (metricKey: string) => void read({ fresh: false, metricKey }),
    openInPostHog: () =>
      experiment?.actions.includes('openInPostHog')
        ? () => void rpc.request('act', { action: 'openInPostHog' }).catch(tellFailure)
        : undefined,
  };
  const trouble = createErrorNotice(() => void read({ fresh: true }));
  const progressText = element('p', { role: 'status' });
  const cancelButton = button('Cancel', cancel);
  const progress = element('div', { class: 'results-progress' }, progressText, cancelButton);
  const hiddenText = element('p');
  const hidden = element(
    'div',
    { class: 'notice notice-warning' },
    hiddenText,
    button('Show Anyway', () => void rpc.request('reveal', {}).catch(tellFailure)),
  );
  const notes = element('ul', { class: 'notes' });
  const tables = {
    primary: createResultsTable('primary', commands),
    secondary: createResultsTable('secondary', commands),
  };
  const section = element(
    'section',
    { 'aria-labelledby': 'results' },
    element('h2', { id: 'results' }, 'Results'),
    hatching(),
    trouble.element,
    hidden,
    progress,
    notes,
    tables.primary.element,
    tables.secondary.element,
  );

  return {
    element: section,
    reread: () => void read({ fresh: true }),
    update(next) {
      experiment = next;
      results = next?.results;
      render();
      // Not before the experiment itself was read: that tells what its metrics are.
      if (!wasAsked && next?.launched && view()?.loadedMs !== undefined) {
        wasAsked = true;
        void read({ fresh: false });
      }
    },
    tick() {
      tables.primary.tick();
      tables.secondary.tick();
      tickProgress();
    },
    dispose: cancel,
  };

  async function read(params: { fresh: boolean; metricKey?: string }): Promise<void> {
    const mine = new AbortController();
    underWay.add(mine);
    failure = undefined;
    render();
    try {
      // No time limit: PostHog may compute for minutes, and says how far it is.
      await rpc.request('results', params, { signal: mine.signal });
    } catch (error) {
      if (!mine.signal.aborted) tellFailure(error);
    } finally {
      underWay.delete(mine);
      render();
    }
  }

  function cancel(): void {
    for (const each of underWay) each.abort();
  }

  function tellFailure(error: unknown): void {
    failure = sentenceOf(error);
    render();
  }

  function render(): void {
    section.hidden = !results || results.tables.length === 0;
    if (!results) return;
    const said = failure ?? results.trouble;
    trouble.update(
      said === undefined
        ? undefined
        : { title: 'Not all results could be read.', detail: said, action: 'Retry' },
    );
    hidden.hidden = results.hiddenText === undefined;
    setText(hiddenText, hiddenSentence(results.hiddenText));
    setOptionalNotes(results.notes);
    for (const role of ['primary', 'secondary'] as const) {
      const table = results.tables.find((each) => each.role === role);
      tables[role].element.hidden = !table;
      if (table) tables[role].update(table, results);
    }
    tickProgress();
  }

  function setOptionalNotes(texts: readonly string[]): void {
    notes.hidden = texts.length === 0;
    syncChildren(
      notes,
      texts,
      (text) => text,
      (text) => element('li', {}, text),
    );
  }

  function tickProgress(): void {
    const running = results?.progress;
    progress.hidden = !running;
    cancelButton.hidden = underWay.size === 0;
    setOptionalText(progressText, running && progressWords(running, Date.now()));
  }
}

function progressWords(
  { done, total, sinceMs }: NonNullable<ResultsView['progress']>,
  nowMs: number,
): string {
  const count = `${done} of ${total} metrics are there`;
  if (sinceMs === undefined) return `Asking PostHog for the results: ${count}.`;
  return `PostHog is computing for ${formatDuration(nowMs - sinceMs)}: ${count}. It is given up after five minutes.`;
}

function hiddenSentence(text: string | undefined): string {
  if (text === undefined) return '';
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return `${sentence} Early differences often reverse, and every look makes a false finding more likely.`;
}
