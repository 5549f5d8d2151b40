import { commands, type WebviewPanel } from 'vscode';
import { PostHogError } from '../../core/api/errors';
import type { Logger } from '../../core/logger';
import { toExperimentView } from '../../core/panelView/experimentView';
import { toTimeseriesView } from '../../core/panelView/timeseriesView';
import type { Session } from '../../core/session';
import { lastLoaded } from '../../core/store/resource';
import { timeseriesKey } from '../../core/store/store';
import { loadExperiment } from '../../core/useCase/loadExperiment';
import { loadTimeseries } from '../../core/useCase/loadTimeseries';
import type { ExperimentView, PanelAction, PanelState, TimeseriesView } from '../../shared/panelView';
import { type CommandName, commandIds } from '../ids';
import { describeError } from '../messages';
import { inBackground } from '../../core/inBackground';
import { isAbort } from '../../core/isAbort';
import type { Sessions } from '../../core/account/sessions';
import { PanelRpc } from './panelRpc';
import { panelTitle } from './panelTitle';

/** What was read this recently is shown as it is. */
const freshMs = 60_000;

const actionCommands: Record<PanelAction, CommandName> = {
  duplicate: 'duplicateExperiment',
  archive: 'archiveExperiment',
  unarchive: 'unarchiveExperiment',
  openInPostHog: 'openInPostHog',
  copyFlagKey: 'copyFlagKey',
};

/** One panel: answers its webview from the store and tells it when its experiment changes. Hidden, it is told nothing. */
export class PanelHost {
  readonly #rpc: PanelRpc;
  readonly #sessionListener;
  #unsubscribe: () => void = () => undefined;
  #shown = '';

  constructor(
    private readonly panel: WebviewPanel,
    readonly state: PanelState,
    private readonly sessions: Sessions,
    private readonly logger: Logger,
  ) {
    this.#rpc = new PanelRpc(
      panel.webview,
      {
        ready: async () => {
          this.#load();
          return this.#remember(this.#view());
        },
        refresh: async (_params, signal) => {
          const session = this.#session();
          if (session) await loadExperiment(session, state.experimentId, signal);
          return this.#remember(this.#view());
        },
        timeseries: ({ metricUuid, fresh }, signal) => this.#timeseries(metricUuid, fresh, signal),
        act: async ({ action }) => {
          await commands.executeCommand(commandIds[actionCommands[action]], { id: state.experimentId });
          return null;
        },
      },
      (error) => this.#describe(error),
      logger,
    );
    this.#sessionListener = sessions.onDidChange(() => {
      this.#follow();
      this.#load();
      this.#tell();
    });
    this.#follow();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#sessionListener.dispose();
    this.#rpc.dispose();
  }

  /** The open session, if it is the one this panel belongs to. */
  #session(): Session | undefined {
    const session = this.sessions.current;
    const { accountId, projectId } = this.state;
    return session?.accountId === accountId && session.projectId === projectId ? session : undefined;
  }

  #follow(): void {
    this.#unsubscribe();
    this.#unsubscribe = this.#session()?.store.subscribe(() => this.#tell()) ?? (() => undefined);
  }

  #tell(): void {
    if (!this.panel.visible) return;
    const view = this.#view();
    const before = this.#shown;
    this.#remember(view);
    if (before !== '' && before !== this.#shown) this.#rpc.tell('changed', view);
    if (view.experiment) this.panel.title = panelTitle(view.experiment.name);
  }

  /** Keeps what the webview shows, so that it hears of changes only. */
  #remember(view: ExperimentView): ExperimentView {
    this.#shown = JSON.stringify(view);
    return view;
  }

  #load(): void {
    const session = this.#session();
    if (!session) return;
    const known = session.store.state.details.get(this.state.experimentId);
    if (known?.state === 'ready' && session.now() - known.loadedMs < freshMs) return;
    const work = loadExperiment(session, this.state.experimentId, session.signal);
    inBackground(work, 'Loading the experiment', this.logger);
  }

  #view(): ExperimentView {
    const session = this.#session();
    if (!session) return this.#closedView();
    const { list, details } = session.store.state;
    const id = this.state.experimentId;
    return toExperimentView(
      this.state,
      {
        row: lastLoaded(list)?.value.experiments.find((experiment) => experiment.id === id),
        detail: details.get(id),
      },
      { nowMs: session.now(), hasWebApp: session.webUrl !== undefined, describeError },
    );
  }

  /** Without the panel's own session there is nothing to show, and a reason to tell. */
  #closedView(): ExperimentView {
    const starting = this.sessions.state.kind === 'starting';
    return {
      state: this.state,
      experiment: undefined,
      loading: starting,
      error: starting
        ? undefined
        : 'This experiment belongs to another account or project than the one open now.',
      loadedMs: undefined,
    };
  }

  async #timeseries(metricUuid: string, fresh: boolean, signal: AbortSignal): Promise<TimeseriesView> {
    const session = this.#session();
    if (!session)
      throw new Error('This experiment belongs to another account or project than the one open now.');
    const { experimentId } = this.state;
    const key = timeseriesKey(experimentId, metricUuid);
    const known = session.store.state.timeseries.get(key);
    const isFresh = known?.state === 'ready' && session.now() - known.loadedMs < freshMs;
    if (fresh || !isFresh) await loadTimeseries(session, experimentId, metricUuid, signal);
    const resource = session.store.state.timeseries.get(key);
    const experiment = lastLoaded(session.store.state.details.get(experimentId))?.value;
    if (resource?.state === 'failed') throw resource.error;
    if (resource?.state !== 'ready' || !experiment) throw new Error('The daily results could not be read.');
    return toTimeseriesView(resource, experiment);
  }

  #describe(error: unknown): string {
    if (error instanceof PostHogError) return describeError(error);
    if (isAbort(error)) return 'Cancelled.';
    this.logger.warn(`A request of the panel failed: ${String(error)}`);
    return error instanceof Error ? error.message : 'Something went wrong.';
  }
}
