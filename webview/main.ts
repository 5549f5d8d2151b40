/** Starts the panel inside a VS Code webview: its tabs, and the page of the one that is shown. */
import type { PageKind, PaletteMessage, ToHost, TurnMessage } from '../src/shared/panelProtocol';
import { panelKey, type PanelState, shownPage, tabs, tabsOf } from '../src/shared/panelTabs';
import type { PageState } from '../src/shared/panelView';
import { startExperimentPage } from './pages/experimentPage';
import { startFlagsPage } from './pages/flagsPage';
import type { FirstPaint, Memory } from './pages/pageParts';
import { startStatsPage } from './pages/statsPage';
import { createRpc, type Port, type Rpc } from './rpc';
import { createTabBar } from './sections/tabBar';
import { registerElements } from './view';

/** What VS Code gives a webview, once. */
declare function acquireVsCodeApi(): {
  readonly postMessage: (message: ToHost) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PanelState) => void;
};

const host = acquireVsCodeApi();
const port: Port = { post: host.postMessage, listen };
const bar = place('tabs');
const page = place('page');
let state = stateAtStart();
/** What a page says until its first answer: what the host wrote, later what it said when it was left. */
const firstWords = new Map<PageKind, FirstPaint>([
  [state.shown, { name: textOf('h1'), status: textOf('p'), verdict: textOf('.verdict-sentence') }],
]);

registerElements();
// VS Code opens a panel again after a reload of the window with what was saved, so something must be from the start.
host.setState(state);
performance.mark('experimentLens.ready');
const tabBar = createTabBar(bar, page, tabsOf(state), turn);
let stop = startShown();
window.addEventListener('pagehide', () => stop());
listen((message) => {
  if (!isAboutPanel(message)) return;
  if (message.kind === 'turn') turn(message.page);
  else document.body.dataset['palette'] = message.palette;
});

function turn(kind: PageKind): void {
  if (kind === state.shown || !tabsOf(state).includes(kind)) return;
  firstWords.set(state.shown, { name: textOf('h1'), status: '', verdict: '' });
  stop();
  state = { ...state, shown: kind };
  host.setState(state);
  stop = startShown();
  window.scrollTo(0, 0);
}

function startShown(): () => void {
  tabBar.show(state.shown);
  const shown = shownPage(state);
  switch (shown.kind) {
    case 'experiment':
      return startPage(startExperimentPage, shown);
    case 'stats':
      return startPage(startStatsPage, shown);
    case 'flags':
      return startPage(startFlagsPage, shown);
  }
}

function startPage<K extends PageKind, S extends PageState & { readonly kind: K }>(
  start: (root: HTMLElement, rpc: Rpc<K>, memory: Memory<S>, first: FirstPaint) => () => void,
  first: S,
): () => void {
  const rpc = createRpc<K>(port, first.kind, randomId());
  const memory: Memory<S> = {
    load: () => first,
    save(kept) {
      state = { ...state, [first.kind]: kept };
      host.setState(state);
    },
  };
  const words = firstWords.get(first.kind) ?? { name: tabs[first.kind].heading, status: '', verdict: '' };
  const stopPage = start(page, rpc, memory, words);
  return () => {
    stopPage();
    rpc.dispose();
  };
}

function textOf(selector: string): string {
  return page.querySelector(selector)?.textContent ?? '';
}

function listen(receive: (message: unknown) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => receive(event.data);
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}

/** What the host says to the panel and not to the page it shows. */
function isAboutPanel(message: unknown): message is TurnMessage | PaletteMessage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return message.kind === 'turn' || message.kind === 'palette';
}

/** What this panel kept while it was hidden, if it is about what the host wrote into the document. */
function stateAtStart(): PanelState {
  const written = JSON.parse(document.getElementById('state')?.textContent || 'null') as PanelState;
  const kept = host.getState() as PanelState | undefined;
  return kept && panelKey(kept) === panelKey(written) ? kept : written;
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The document has no place for the ${id}.`);
  return found;
}

function randomId(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
