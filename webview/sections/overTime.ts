/** The daily results of one metric: which is picked, and when its days are asked for. */
import type { ExperimentSummaryView } from '../../src/shared/panelView';
import { exportPng } from '../exportPng';
import { answerTimeoutMs } from '../rpc';
import { createScenes, hasAnyPoint } from '../scene';
import type { PageContext, Section } from '../section';
import { createSeriesStore } from '../series';
import type { SeriesState } from '../seriesState';
import { readTheme } from '../theme';
import { metricWords, pictureNotes, roleWord } from './seriesWords';
import { createTimeseries, metricKey, type PickedMetric } from './timeseries';

export interface OverTime extends Section {
  /** Asks for the days on screen again; `fresh` asks PostHog itself. */
  readonly reread: (demand: 'again' | 'fresh') => void;
  /** The chart on screen as a picture, `data:image/png;base64,…`; undefined while there is none. */
  readonly exportPng: () => string | undefined;
}

export function createOverTime({ rpc, picks, view }: PageContext): OverTime {
  let experiment: ExperimentSummaryView | undefined;
  let loadedMs: number | undefined;
  let wasHidden = false;
  /** Picked among metrics that have no id, or the same id twice; not worth remembering. */
  let pickedKey: string | undefined;
  const series = createSeriesStore(rpc, render);
  let changes: { readonly loading: boolean; readonly error: string | undefined } = {
    loading: false,
    error: undefined,
  };
  const timeseries = createTimeseries({
    pickMetric,
    toggleVariant,
    retry: () => load('again'),
    recalculate: () => void recalculate(),
    markChanges: () => void markChanges(),
  });

  return {
    element: timeseries.element,
    update(next) {
      experiment = next;
      const readMs = view()?.loadedMs;
      const isHidden = next?.results?.hiddenText !== undefined;
      if (readMs !== loadedMs || isHidden !== wasHidden) series.expire();
      loadedMs = readMs;
      wasHidden = isHidden;
      render();
      load('if unknown');
    },
    redraw: timeseries.redraw,
    tick() {
      timeseries.tick();
      if (pickedSeries()?.view?.recalculation) load('again');
    },
    reread: load,
    exportPng() {
      const metric = picked()?.metric;
      const shown = pickedSeries()?.view;
      if (!experiment || !metric || !shown || !hasAnyPoint(shown)) return undefined;
      const hidden = new Set(picks.current().hiddenVariants);
      const picture = {
        head: [experiment.name, `${roleWord(metric)}: ${metric.name} (${metricWords(metric)})`],
        foot: pictureNotes(shown, Date.now()),
        scenes: createScenes(shown, hidden, false),
      };
      return exportPng(picture, readTheme());
    },
    dispose() {
      timeseries.dispose();
      series.clear();
    },
  };

  function pickMetric(key: string): void {
    pickedKey = key;
    picks.change({ metricUuid: picked()?.metric.uuid });
    render();
    load('if unknown');
  }

  function toggleVariant(variantKey: string, shown: boolean): void {
    const others = (picks.current().hiddenVariants ?? []).filter((key) => key !== variantKey);
    picks.change({ hiddenVariants: shown ? others : [...others, variantKey] });
    render();
  }

  async function markChanges(): Promise<void> {
    setChanges({ loading: true, error: undefined });
    try {
      await rpc.request('changes', {}, { timeoutMs: answerTimeoutMs });
      setChanges({ loading: false, error: undefined });
      series.expire();
      load('again');
    } catch (error) {
      setChanges({
        loading: false,
        error: `What was done to the experiment could not be read: ${messageOf(error)}`,
      });
    }
  }

  function setChanges(next: typeof changes): void {
    changes = next;
    render();
  }

  /** The host asks the person first. The days on screen are deleted once PostHog has begun. */
  async function recalculate(): Promise<void> {
    const metricUuid = picked()?.metric.uuid;
    if (metricUuid === undefined) return;
    try {
      const outcome = await rpc.request('recalculate', { metricUuid });
      if (outcome.kind === 'done') load('again');
      if (outcome.kind === 'refused') setChanges({ loading: false, error: outcome.reason });
    } catch (error) {
      setChanges({ loading: false, error: messageOf(error) });
    }
  }

  function picked(): PickedMetric | undefined {
    const { metricUuid } = picks.current();
    const metrics = (experiment?.metrics ?? []).map((metric, index) => ({
      key: metricKey(metric, index),
      metric,
    }));
    return (
      metrics.find(({ key }) => key === pickedKey) ??
      metrics.find(({ metric }) => metricUuid !== undefined && metric.uuid === metricUuid) ??
      metrics.find(({ metric }) => metric.role === 'primary') ??
      metrics[0]
    );
  }

  function pickedSeries(): SeriesState | undefined {
    const uuid = picked()?.metric.uuid;
    return uuid === undefined ? undefined : series.get(uuid);
  }

  function load(demand: 'if unknown' | 'again' | 'fresh'): void {
    const uuid = picked()?.metric.uuid;
    if (uuid !== undefined && experiment?.launched) series.load(uuid, demand);
  }

  function render(): void {
    timeseries.update(
      experiment && {
        experiment,
        isRead: loadedMs !== undefined,
        metric: picked(),
        series: pickedSeries(),
        hidden: new Set(picks.current().hiddenVariants),
        changes,
      },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
