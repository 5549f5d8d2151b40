/** Starts the panel's page inside a VS Code webview. */
import type { PageKind } from '../src/shared/panelProtocol';
import { panelKey, type PanelState } from '../src/shared/panelView';
import { startExperimentPage } from './pages/experimentPage';
import { startFlagsPage } from './pages/flagsPage';
import type { FirstPaint, Memory } from './pages/pageParts';
import { startStatsPage } from './pages/statsPage';
import { createRpc, type Rpc } from './rpc';
import { registerElements } from './view';

/** What VS Code gives a webview, once. */
declare function acquireVsCodeApi(): {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PanelState) => void;
};

const host = acquireVsCodeApi();
const root = document.getElementById('root');
if (!root) throw new Error('The document has no place for the panel.');

const stop = start(root, stateAtStart());
window.addEventListener('pagehide', stop);

function start(place: HTMLElement, state: PanelState): () => void {
  registerElements();
  // VS Code opens a panel again after a reload of the window with what was saved, so something must be from the start.
  host.setState(state);
  performance.mark('experimentLens.ready');
  switch (state.kind) {
    case 'experiment':
      return startPage(startExperimentPage, place, state);
    case 'stats':
      return startPage(startStatsPage, place, state);
    case 'flags':
      return startPage(startFlagsPage, place, state);
  }
}

function startPage<K extends PageKind, S extends PanelState>(
  page: (place: HTMLElement, rpc: Rpc<K>, memory: Memory<S>, first: FirstPaint) => () => void,
  place: HTMLElement,
  state: S,
): () => void {
  const rpc = createRpc<K>(
    {
      post: host.postMessage,
      listen(receive) {
        const onMessage = (event: MessageEvent<unknown>): void => receive(event.data);
        window.addEventListener('message', onMessage);
        return () => window.removeEventListener('message', onMessage);
      },
    },
    randomId(),
  );
  const first = {
    name: place.querySelector('h1')?.textContent ?? '',
    status: place.querySelector('p')?.textContent ?? '',
  };
  const stopPage = page(place, rpc, { load: () => state, save: host.setState }, first);
  return () => {
    stopPage();
    rpc.dispose();
  };
}

/** What this page kept while it was hidden, if it is about what the host wrote into the document. */
function stateAtStart(): PanelState {
  const written = JSON.parse(document.getElementById('state')?.textContent || 'null') as PanelState;
  const kept = host.getState() as PanelState | undefined;
  return kept && panelKey(kept) === panelKey(written) ? kept : written;
}

function randomId(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
