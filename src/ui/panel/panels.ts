import { commands, type Disposable, env, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import { inertText } from '../../core/experiment/inertText';
import { statusWithAge } from '../../core/experiment/wording';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { allFlags } from '../../shared/panelFlags';
import type { PageKind } from '../../shared/panelProtocol';
import { panelKey, type PanelOfProject, type PanelState } from '../../shared/panelView';
import { commandIds, panelType } from '../ids';
import { createExperimentPage } from './experimentPage';
import { createFlagsPage } from './flagsPage';
import { outcomeOf } from './outcomeOf';
import { panelDocument } from './panelDocument';
import { PanelHost } from './panelHost';
import type { PanelDoors, PanelPage } from './panelPage';
import { panelTitle } from './panelTitle';
import { readPanelState } from './readPanelState';
import { createStatsPage } from './statsPage';

const doors: PanelDoors = {
  run: async (command, argument) => outcomeOf(await commands.executeCommand(commandIds[command], argument)),
  copy: async (text) => env.clipboard.writeText(text),
  open: async (url) => void (await env.openExternal(Uri.parse(url, true))),
};

/** What a panel says before its page does. */
interface FirstWords {
  /** Of the tab. */
  readonly title: string;
  readonly name: string;
  readonly status: string;
}

/** The pages of a project that are about the whole of it. */
const projectPages = {
  stats: { title: 'Experiment Statistics', name: 'Experiment statistics' },
  flags: { title: 'Eligible Flags', name: 'Flags for experiments' },
} as const;

/** The open panels: one an experiment and one each page of a project, shown again when asked for twice. */
export class Panels {
  readonly #open = new Map<string, WebviewPanel>();

  constructor(
    private readonly extensionUri: Uri,
    private readonly sessions: Sessions,
    private readonly logger: Logger,
  ) {}

  showExperiment(session: Session, experiment: Experiment): void {
    this.#show(
      { kind: 'experiment', experimentId: experiment.id, ...projectOf(session) },
      {
        title: panelTitle(experiment.name),
        name: inertText(experiment.name),
        status: statusWithAge(experiment, session.now()),
      },
    );
  }

  showStats(session: Session): void {
    const status = session.store.state.projectName;
    this.#show({ kind: 'stats', ...projectOf(session) }, { ...projectPages.stats, status });
  }

  showFlags(session: Session): void {
    const status = session.store.state.projectName;
    const state = { kind: 'flags', ...projectOf(session), wanted: allFlags } as const;
    this.#show(state, { ...projectPages.flags, status });
  }

  #show(state: PanelState, first: FirstWords): void {
    // An experiment stands beside the code it changes; the other pages are what one turns to.
    const preserveFocus = state.kind === 'experiment';
    const existing = this.#open.get(panelKey(state));
    if (existing) {
      existing.reveal(undefined, preserveFocus);
      return;
    }
    const [neighbour] = this.#open.values();
    const viewColumn = preserveFocus ? (neighbour?.viewColumn ?? ViewColumn.Beside) : ViewColumn.Active;
    const panel = window.createWebviewPanel(
      panelType,
      first.title,
      { viewColumn, preserveFocus },
      this.#options(),
    );
    this.#fill(panel, state, first);
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
  }

  /** Fills a panel that VS Code kept over a reload of the window; one that belongs to nothing is closed. */
  restore(panel: WebviewPanel, value: unknown): void {
    const state = readPanelState(value);
    if (!state || this.#open.has(panelKey(state))) {
      panel.dispose();
      return;
    }
    panel.webview.options = this.#options();
    const name = state.kind === 'experiment' ? panel.title : projectPages[state.kind].name;
    this.#fill(panel, state, { name, status: '' });
    inBackground(this.sessions.start(), 'Opening the project', this.logger);
  }

  #fill(panel: WebviewPanel, state: PanelState, { name, status }: Omit<FirstWords, 'title'>): void {
    const key = panelKey(state);
    const host = this.#host(panel, state);
    this.#open.set(key, panel);
    panel.onDidDispose(() => {
      this.#open.delete(key);
      host.dispose();
    });
    panel.iconPath = {
      light: Uri.joinPath(this.extensionUri, 'media', 'panelLight.svg'),
      dark: Uri.joinPath(this.extensionUri, 'media', 'panelDark.svg'),
    };
    const { webview } = panel;
    const uriOf = (...path: string[]) =>
      webview.asWebviewUri(Uri.joinPath(this.extensionUri, ...path)).toString();
    webview.html = panelDocument({
      source: webview.cspSource,
      styleUri: uriOf('media', 'panel.css'),
      scriptUris: [uriOf('dist', 'webview', 'panel.js')],
      state,
      name,
      status,
    });
  }

  #host(panel: WebviewPanel, state: PanelState): Disposable {
    const host = <K extends PageKind>(page: PanelPage<K>) =>
      new PanelHost(panel, page, this.sessions, doors, this.logger);
    switch (state.kind) {
      case 'experiment':
        return host(createExperimentPage(state, doors));
      case 'stats':
        return host(createStatsPage(state));
      case 'flags':
        return host(createFlagsPage(state, doors));
    }
  }

  #options() {
    return { enableScripts: true, enableCommandUris: false, localResourceRoots: [this.extensionUri] };
  }
}

function projectOf({ accountId, projectId }: Session): PanelOfProject {
  return { accountId, projectId };
}
