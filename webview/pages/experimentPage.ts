/** One experiment and what happens on its page: keeps the user's picks, and hands each section what it shows. */
import type { Outcome } from '../../src/shared/panelProtocol';
import { type ExperimentPanelState, type ExperimentView, type PanelAction } from '../../src/shared/panelView';
import { answerTimeoutMs, type Rpc } from '../rpc';
import { createHeader } from '../sections/header';
import { createSkeleton } from '../sections/skeleton';
import { createTimeseries, metricKey, type PickedMetric } from '../sections/timeseries';
import { createWarnings } from '../sections/warnings';
import { createSeriesStore } from '../series';
import type { SeriesState } from '../seriesState';
import { onThemeChange } from '../theme';
import { createErrands } from './errands';
import { type FirstPaint, type Memory, every, tickMs } from './pageParts';
import { createPageReading } from './pageReading';

const doneWords: Readonly<Record<PanelAction, string>> = {
  edit: 'Saved.',
  recalculate: 'PostHog recalculates the daily results.',
  duplicate: 'Duplicated.',
  archive: 'Archived.',
  unarchive: 'Unarchived.',
  openInPostHog: 'Opened in the browser.',
  copyFlagKey: 'Flag key copied.',
};

/** Takes over `root`, whose first paint by the host it keeps until there is more to say. Returns how to stop. */
export function startExperimentPage(
  root: HTMLElement,
  rpc: Rpc<'experiment'>,
  memory: Memory<ExperimentPanelState>,
  firstPaint: FirstPaint,
): () => void {
  let view: ExperimentView | undefined;
  let picks = memory.load();
  /** Picked among metrics that have no id, or the same id twice; not worth remembering. */
  let pickedKey: string | undefined;

  const timeoutMs = answerTimeoutMs;
  const reading = createPageReading(
    {
      ready: (signal) => rpc.request('ready', {}, { timeoutMs, signal }),
      refresh: (signal) => rpc.request('refresh', {}, { timeoutMs, signal }),
      remedy: (remedy) => rpc.request('remedy', { remedy }),
    },
    () => view,
    accept,
    render,
  );
  const series = createSeriesStore(rpc, render);
  const header = createHeader(firstPaint, { refresh: () => void refresh(), act });
  const errands = createErrands();
  const warnings = createWarnings();
  const skeleton = createSkeleton('Reading the experiment…');
  const timeseries = createTimeseries({ pickMetric, toggleVariant, retry: () => loadPicked('again') });
  root.replaceChildren(
    header.element,
    reading.element,
    ...errands.elements,
    warnings.element,
    skeleton,
    timeseries.element,
  );

  const stops = [
    rpc.onChanged(accept),
    onThemeChange(timeseries.redraw),
    every(tickMs, () => {
      header.tick();
      timeseries.tick();
      if (pickedSeries()?.view?.recalculating) loadPicked('again');
    }),
    timeseries.dispose,
    series.clear,
  ];
  void reading.read();
  return () => {
    for (const stop of stops) stop();
  };

  async function refresh(): Promise<void> {
    if (await reading.refresh()) loadPicked('fresh');
  }

  function accept(next: ExperimentView): void {
    if (next.loadedMs !== view?.loadedMs) series.expire();
    picks = { ...next.state, ...picksOf(picks) };
    view = next;
    memory.save(picks);
    render();
    loadPicked('if unknown');
  }

  function act(action: PanelAction): void {
    // No time limit: the host may be asking the user something.
    const ask = async (): Promise<Outcome> => {
      const outcome = await rpc.request('act', { action });
      // The days on screen are deleted by now.
      if (action === 'recalculate' && outcome.kind === 'done') loadPicked('again');
      return outcome;
    };
    errands.run(action, ask, doneWords[action]);
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

  function remember(changed: Partial<ExperimentPanelState>): void {
    if (!view) return;
    picks = { ...view.state, ...changed };
    memory.save(picks);
  }

  function picked(): PickedMetric | undefined {
    const metrics = (view?.content?.metrics ?? []).map((metric, index) => ({
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

  function pickedSeries(): SeriesState | undefined {
    const uuid = picked()?.metric.uuid;
    return uuid === undefined ? undefined : series.get(uuid);
  }

  function loadPicked(demand: 'if unknown' | 'again' | 'fresh'): void {
    const uuid = picked()?.metric.uuid;
    if (uuid !== undefined && view?.content?.launched) series.load(uuid, demand);
  }

  function render(): void {
    const experiment = view?.content;
    const busy = reading.isBusy();
    const metric = picked();
    header.update({ experiment, loadedMs: view?.loadedMs, reading: busy });
    reading.render();
    warnings.update(experiment?.warnings ?? []);
    skeleton.hidden = experiment !== undefined || !busy;
    timeseries.update(
      experiment && {
        experiment,
        isRead: view?.loadedMs !== undefined,
        metric,
        series: pickedSeries(),
        hidden: new Set(picks?.hiddenVariants),
      },
    );
  }
}

function picksOf({
  metricUuid,
  hiddenVariants,
}: Partial<ExperimentPanelState> = {}): Partial<ExperimentPanelState> {
  return { ...(metricUuid !== undefined && { metricUuid }), ...(hiddenVariants && { hiddenVariants }) };
}
