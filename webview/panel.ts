/** The page and what happens on it: asks the host, keeps the user's picks, and hands each section what it shows. */
import type { ExperimentView, PanelAction, PanelState } from '../src/shared/panelView';
import { element, setText } from './dom';
import type { Rpc } from './rpc';
import { createHeader } from './sections/header';
import { createErrorNotice } from './sections/notice';
import { createTimeseries, metricKey, type PickedMetric } from './sections/timeseries';
import { createWarnings } from './sections/warnings';
import { createSeriesStore } from './series';
import { onThemeChange } from './theme';

/** Where the user's picks outlive the page. */
export interface Memory {
  readonly load: () => PanelState | undefined;
  readonly save: (state: PanelState) => void;
}

const timeoutMs = 30_000;
const tickMs = 30_000;
const readyMark = 'experimentLens.ready';

const doneWords: Partial<Record<PanelAction, string>> = { copyFlagKey: 'Flag key copied.' };

/** Takes over `root`, whose first paint by the host it keeps until there is more to say. Returns how to stop. */
export function startPanel(root: HTMLElement, rpc: Rpc, memory: Memory): () => void {
  const remembered = memory.load();
  // VS Code opens a panel again after a reload of the window with what was saved, so something must be from the start.
  if (remembered) memory.save(remembered);
  let view: ExperimentView | undefined;
  let picks = remembered;
  /** Picked among metrics that have no id, or the same id twice; not worth remembering. */
  let pickedKey: string | undefined;
  let reading = false;
  let failure: string | undefined;
  const acting = new Set<PanelAction>();

  const series = createSeriesStore(rpc, render);
  const header = createHeader(firstPaint(root), {
    refresh: () => void refresh(),
    act: (action) => void act(action),
  });
  const readFailure = createErrorNotice('Retry', () => void (view ? refresh() : read()));
  const actFailure = createErrorNotice('Dismiss', () => actFailure.update(undefined));
  const warnings = createWarnings();
  const skeleton = element(
    'div',
    { class: 'skeleton' },
    element('p', {}, 'Reading the experiment…'),
    ...['long', 'short', 'block'].map((kind) =>
      element('div', { class: `bone bone-${kind}`, 'aria-hidden': 'true' }),
    ),
  );
  const announcement = element('p', { class: 'visually-hidden', role: 'status' });
  const timeseries = createTimeseries({ pickMetric, toggleVariant, retry: () => loadPicked('again') });
  root.replaceChildren(
    header.element,
    readFailure.element,
    actFailure.element,
    warnings.element,
    skeleton,
    timeseries.element,
    announcement,
  );

  const stops = [
    rpc.on('changed', accept),
    onThemeChange(timeseries.redraw),
    every(tickMs, header.tick),
    timeseries.dispose,
    series.clear,
  ];
  performance.mark(readyMark);
  void read();
  return () => {
    for (const stop of stops) stop();
  };

  async function read(): Promise<void> {
    await attempt(() => rpc.request('ready', {}, { timeoutMs }));
  }

  async function refresh(): Promise<void> {
    if (reading) return;
    await attempt(() => rpc.request('refresh', {}, { timeoutMs }));
    if (failure === undefined && !view?.error) loadPicked('fresh');
  }

  async function attempt(ask: () => Promise<ExperimentView>): Promise<void> {
    reading = true;
    failure = undefined;
    render();
    try {
      accept(await ask());
    } catch (error) {
      failure = sentenceOf(error);
    } finally {
      reading = false;
      render();
    }
  }

  function accept(next: ExperimentView): void {
    const isOther = view !== undefined && !isSameExperiment(view.state, next.state);
    if (isOther) {
      series.clear();
      pickedKey = undefined;
      actFailure.update(undefined);
    }
    if (isOther || next.loadedMs !== view?.loadedMs) series.expire();
    picks = picks && isSameExperiment(picks, next.state) ? { ...next.state, ...picksOf(picks) } : next.state;
    view = next;
    memory.save(picks);
    render();
    loadPicked('if unknown');
  }

  async function act(action: PanelAction): Promise<void> {
    if (acting.has(action)) return;
    acting.add(action);
    actFailure.update(undefined);
    setText(announcement, '');
    try {
      // No time limit: the host may be asking the user something.
      await rpc.request('act', { action });
      setText(announcement, doneWords[action] ?? '');
    } catch (error) {
      actFailure.update({ title: 'That did not work.', detail: sentenceOf(error) });
    } finally {
      acting.delete(action);
    }
  }

  function pickMetric(key: string): void {
    pickedKey = key;
    const { metricUuid: _, ...rest } = picks ?? {};
    const uuid = picked()?.metric.uuid;
    remember(uuid === undefined ? rest : { ...rest, metricUuid: uuid });
    render();
    loadPicked('if unknown');
  }

  function toggleVariant(variantKey: string, shown: boolean): void {
    const others = (picks?.hiddenVariants ?? []).filter((key) => key !== variantKey);
    remember({ ...picks, hiddenVariants: shown ? others : [...others, variantKey] });
    render();
  }

  function remember(changed: Partial<PanelState>): void {
    if (!view) return;
    picks = { ...view.state, ...changed };
    memory.save(picks);
  }

  function picked(): PickedMetric | undefined {
    const metrics = (view?.experiment?.metrics ?? []).map((metric, index) => ({
      key: metricKey(metric, index),
      metric,
    }));
    return (
      metrics.find(({ key }) => key === pickedKey) ??
      metrics.find(({ metric }) => picks?.metricUuid !== undefined && metric.uuid === picks.metricUuid) ??
      metrics.find(({ metric }) => metric.role === 'primary') ??
      metrics[0]
    );
  }

  function loadPicked(demand: 'if unknown' | 'again' | 'fresh'): void {
    const uuid = picked()?.metric.uuid;
    if (uuid !== undefined && view?.experiment?.launched) series.load(uuid, demand);
  }

  function render(): void {
    const experiment = view?.experiment;
    const busy = reading || Boolean(view?.loading);
    const error = failure ?? view?.error;
    const metric = picked();
    header.update({ experiment, loadedMs: view?.loadedMs, reading: busy && experiment !== undefined });
    readFailure.update(
      error === undefined || busy ? undefined : { title: failureTitle(experiment), detail: error },
    );
    warnings.update(experiment?.warnings ?? []);
    skeleton.hidden = experiment !== undefined || !busy;
    timeseries.update(
      experiment && {
        experiment,
        isRead: view?.loadedMs !== undefined,
        metric,
        series: metric?.metric.uuid === undefined ? undefined : series.get(metric.metric.uuid),
        hidden: new Set(picks?.hiddenVariants),
      },
    );
  }
}

function firstPaint(root: HTMLElement): { name: string; status: string } {
  return {
    name: root.querySelector('h1')?.textContent ?? '',
    status: root.querySelector('p')?.textContent ?? '',
  };
}

function failureTitle(experiment: ExperimentView['experiment']): string {
  return experiment ? 'What you see may be out of date.' : 'The experiment could not be read.';
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isSameExperiment(a: PanelState, b: PanelState): boolean {
  return a.experimentId === b.experimentId && a.projectId === b.projectId && a.accountId === b.accountId;
}

function picksOf({ metricUuid, hiddenVariants }: PanelState): Partial<PanelState> {
  return { ...(metricUuid !== undefined && { metricUuid }), ...(hiddenVariants && { hiddenVariants }) };
}

function every(spanMs: number, action: () => void): () => void {
  const timer = setInterval(action, spanMs);
  return () => clearInterval(timer);
}
