import { commands, env, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import { experimentSentence } from '../../core/experiment/experimentSentence';
import { inertText } from '../../core/experiment/inertText';
import { statusWithAge } from '../../core/experiment/wording';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import { findKnown } from '../../core/store/findKnown';
import { allFlags } from '../../shared/panelFlags';
import { type PanelState, panelKey, panelOf, tabs } from '../../shared/panelTabs';
import type { PageState, PanelOfProject } from '../../shared/panelView';
import type { CodeIndex } from '../code/codeIndex';
import { commandIds, panelType, settings } from '../ids';
import { createExperimentPage } from './experimentPage';
import { createFlagsPage } from './flagsPage';
import { outcomeOf } from './outcomeOf';
import { panelDocument } from './panelDocument';
import { PanelHost, type PanelPages } from './panelHost';
import type { PanelDoors } from './panelPage';
import { panelTitle } from './panelTitle';
import { readPalette } from './readPalette';
import { readPanelState } from './readPanelState';
import { createStatsPage } from './statsPage';

function doorsTo(code: CodeIndex): PanelDoors {
  return {
    run: async (command, argument) => outcomeOf(await commands.executeCommand(commandIds[command], argument)),
    palette: readPalette,
    copy: async (text) => env.clipboard.writeText(text),
    open: async (url) => void (await env.openExternal(Uri.parse(url, true))),
    countReferences: (flagKey) => {
      const count = code.countOf(flagKey);
      return count > 0 || code.state.kind === 'ready' ? count : undefined;
    },
  };
}

/** What a panel says before its page does. */
interface FirstWords {
  /** Of the tab. */
  readonly title: string;
  readonly name: string;
  readonly status: string;
  readonly verdict?: string | undefined;
}

interface OpenPanel {
  readonly panel: WebviewPanel;
  readonly host: PanelHost;
}

/** The open panels: one an experiment and one a project, shown again when asked for twice. */
export class Panels {
  readonly #open = new Map<string, OpenPanel>();
  readonly #doors: PanelDoors;
  readonly #codeListener;
  readonly #settingListener = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`${settings.section}.${settings.resultsPalette}`)) return;
    for (const { host } of this.#open.values()) host.showPalette();
  });

  constructor(
    private readonly extensionUri: Uri,
    private readonly sessions: Sessions,
    private readonly code: CodeIndex,
    private readonly logger: Logger,
  ) {
    this.#doors = doorsTo(code);
    this.#codeListener = code.onDidChange(() => {
      for (const { host } of this.#open.values()) host.redraw();
    });
  }

  showExperiment(session: Session, experiment: Experiment): void {
    const sentence = experimentSentence(findKnown(session.store.state, experiment), session.now());
    this.#show(
      { kind: 'experiment', experimentId: experiment.id, ...projectOf(session) },
      {
        title: panelTitle(experiment.name),
        name: inertText(experiment.name),
        status: statusWithAge(experiment, session.now()),
        verdict: sentence && inertText(sentence),
      },
    );
  }

  showStats(session: Session): void {
    const status = session.store.state.projectName;
    const title = 'Experiment Statistics';
    this.#show({ kind: 'stats', ...projectOf(session) }, { title, name: tabs.stats.heading, status });
  }

  showFlags(session: Session): void {
    const status = session.store.state.projectName;
    const state = { kind: 'flags', ...projectOf(session), wanted: allFlags } as const;
    this.#show(state, { title: 'Eligible Flags', name: tabs.flags.heading, status });
  }

  #show(page: PageState, first: FirstWords): void {
    // An experiment stands beside the code it changes; the other pages are what one turns to.
    const preserveFocus = page.kind === 'experiment';
    const state = panelOf(page);
    const existing = this.#open.get(panelKey(state));
    if (existing) {
      existing.host.turn(page.kind);
      existing.panel.reveal(undefined, preserveFocus);
      return;
    }
    const [neighbour] = this.#open.values();
    const viewColumn = preserveFocus ? (neighbour?.panel.viewColumn ?? ViewColumn.Beside) : ViewColumn.Active;
    const panel = window.createWebviewPanel(
      panelType,
      first.title,
      { viewColumn, preserveFocus },
      this.#options(),
    );
    this.#fill(panel, state, first);
  }

  dispose(): void {
    this.#codeListener.dispose();
    this.#settingListener.dispose();
    for (const { panel } of this.#open.values()) panel.dispose();
  }

  /** Fills a panel that VS Code kept over a reload of the window; one that belongs to nothing is closed. */
  restore(panel: WebviewPanel, value: unknown): void {
    const state = readPanelState(value);
    if (!state || this.#open.has(panelKey(state))) {
      panel.dispose();
      return;
    }
    panel.webview.options = this.#options();
    const name = state.shown === 'experiment' ? panel.title : tabs[state.shown].heading;
    this.#fill(panel, state, { name, status: '' });
    inBackground(this.sessions.start(), 'Opening the project', this.logger);
  }

  #fill(
    panel: WebviewPanel,
    state: PanelState,
    { name, status, verdict = '' }: Omit<FirstWords, 'title'>,
  ): void {
    const key = panelKey(state);
    const doors = this.#doors;
    const host = new PanelHost(panel, pagesOf(state, doors), this.sessions, doors, this.logger);
    if (state.experiment) this.code.need();
    this.#open.set(key, { panel, host });
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
      palette: readPalette(),
      name,
      status,
      verdict,
    });
  }

  #options() {
    return { enableScripts: true, enableCommandUris: false, localResourceRoots: [this.extensionUri] };
  }
}

function pagesOf({ experiment, flags, stats }: PanelState, doors: PanelDoors): PanelPages {
  const ofProject = [createFlagsPage(flags, doors), createStatsPage(stats)] as const;
  return experiment ? [createExperimentPage(experiment, doors), ...ofProject] : ofProject;
}

function projectOf({ accountId, projectId }: Session): PanelOfProject {
  return { accountId, projectId };
}
