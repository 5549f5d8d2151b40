/** Daily results of the metrics that were looked at, each asked for once and by itself. */
import type { TimeseriesView } from '../src/shared/panelSeries';
import { answerTimeoutMs, type Rpc } from './rpc';
import type { SeriesState } from './seriesState';

export interface SeriesStore {
  readonly get: (metricUuid: string) => SeriesState | undefined;
  /** Asks unless the answer is known or on its way. `fresh` asks PostHog itself, whatever the host remembers. */
  readonly load: (metricUuid: string, demand: 'if unknown' | 'again' | 'fresh') => void;
  /** Keeps what is known to look at, but asks again when it is next wanted. */
  readonly expire: () => void;
  /** Forgets everything and drops answers that are on their way. */
  readonly clear: () => void;
}

interface Entry {
  state: SeriesState;
  expired: boolean;
  abort: AbortController;
}

/** @param onChange called after the state of any metric has changed */
export function createSeriesStore(rpc: Rpc<'experiment'>, onChange: () => void): SeriesStore {
  const entries = new Map<string, Entry>();

  function set(metricUuid: string, entry: Entry, state: SeriesState): void {
    if (entries.get(metricUuid) !== entry) return;
    entry.state = state;
    onChange();
  }

  return {
    get: (metricUuid) => entries.get(metricUuid)?.state,
    load(metricUuid, demand) {
      const known = entries.get(metricUuid);
      if (known && demand === 'if unknown' && !known.expired) return;
      if (known?.state.loading && demand !== 'fresh') return;
      known?.abort.abort();
      const view = known?.state.view;
      const abort = new AbortController();
      const entry: Entry = { state: { loading: true, error: undefined, view }, expired: false, abort };
      entries.set(metricUuid, entry);
      rpc
        .request(
          'timeseries',
          { metricUuid, fresh: demand === 'fresh' },
          { signal: abort.signal, timeoutMs: answerTimeoutMs },
        )
        .then(
          (answer: TimeseriesView) =>
            set(metricUuid, entry, { loading: false, error: undefined, view: answer }),
          (error: Error) => set(metricUuid, entry, { loading: false, error: error.message, view }),
        );
      onChange();
    },
    expire() {
      for (const entry of entries.values()) entry.expired = true;
    },
    clear() {
      for (const { abort } of entries.values()) abort.abort();
      entries.clear();
    },
  };
}
