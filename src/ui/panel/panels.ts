import { commands, type Disposable, env, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import { inertText } from '../../core/experiment/inertText';
import { statusWithAge } from '../../core/experiment/wording';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Experiment } from '../../core/model/experiment';
import type { Session } from '../../core/session';
import type { PanelState } from '../../shared/panelView';
import { commandIds, panelType } from '../ids';
import { createExperimentPage } from './experimentPage';
import { outcomeOf } from './outcomeOf';
import { panelDocument } from './panelDocument';
import { PanelHost } from './panelHost';
import type { PanelDoors } from './panelPage';
import { panelTitle } from './panelTitle';
import { readPanelState } from './readPanelState';

const doors: PanelDoors = {
  run: async (command, argument) => outcomeOf(await commands.executeCommand(commandIds[command], argument)),
  copy: async (text) => env.clipboard.writeText(text),
  open: async (url) => void (await env.openExternal(Uri.parse(url, true))),
};

/** The open panels: one an experiment, beside the code, shown again when asked for twice. */
export class Panels {
  readonly #open = new Map<string, WebviewPanel>();
  readonly #serializer: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly sessions: Sessions,
    private readonly logger: Logger,
  ) {
    this.#serializer = window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, value) => this.#restore(panel, value),
    });
  }

  show(session: Session, experiment: Experiment): void {
    const state: PanelState = {
      kind: 'experiment',
      experimentId: experiment.id,
      accountId: session.accountId,
      projectId: session.projectId,
    };
    const existing = this.#open.get(keyOf(state));
    if (existing) {
      existing.reveal(undefined, true);
      return;
    }
    const [neighbour] = this.#open.values();
    const viewColumn = neighbour?.viewColumn ?? ViewColumn.Beside;
    const panel = window.createWebviewPanel(
      panelType,
      panelTitle(experiment.name),
      { viewColumn, preserveFocus: true },
      this.#options(),
    );
    this.#fill(panel, state, {
      name: inertText(experiment.name),
      status: statusWithAge(experiment, session.now()),
    });
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#open.values()) panel.dispose();
  }

  #restore(panel: WebviewPanel, value: unknown): void {
    const state = readPanelState(value);
    if (!state || this.#open.has(keyOf(state))) {
      panel.dispose();
      return;
    }
    panel.webview.options = this.#options();
    this.#fill(panel, state, { name: panel.title, status: '' });
    inBackground(this.sessions.start(), 'Opening the project', this.logger);
  }

  #fill(panel: WebviewPanel, state: PanelState, first: { name: string; status: string }): void {
    const key = keyOf(state);
    const host = new PanelHost(panel, createExperimentPage(state, doors), this.sessions, doors, this.logger);
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
      ...first,
    });
  }

  #options() {
    return { enableScripts: true, enableCommandUris: false, localResourceRoots: [this.extensionUri] };
  }
}

function keyOf({ accountId, projectId, experimentId }: PanelState): string {
  return `${accountId}/${projectId}/${experimentId}`;
}
