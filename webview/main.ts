/** Starts the panel's page inside a VS Code webview. */
import type { PanelState } from '../src/shared/panelView';
import { startPanel } from './panel';
import { createRpc } from './rpc';
import { registerElements } from './view';

/** What VS Code gives a webview, once. */
declare function acquireVsCodeApi(): {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PanelState) => void;
};

const root = document.getElementById('root');
if (!root) throw new Error('The document has no place for the panel.');

const host = acquireVsCodeApi();
const rpc = createRpc({
  post: host.postMessage,
  listen(receive) {
    const onMessage = (event: MessageEvent<unknown>): void => receive(event.data);
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  },
});

registerElements();
const stop = startPanel(root, rpc, {
  load: () => [host.getState(), initialState()].find(isPanelState),
  save: host.setState,
});
window.addEventListener('pagehide', () => {
  stop();
  rpc.dispose();
});

/** What the host wrote into the document, from an earlier life of this panel. */
function initialState(): unknown {
  return JSON.parse(document.getElementById('state')?.textContent || 'null');
}

/** A state kept by an older version may look different: then the picks are forgotten. */
function isPanelState(value: unknown): value is PanelState {
  if (typeof value !== 'object' || value === null) return false;
  if (!('experimentId' in value && 'accountId' in value && 'projectId' in value)) return false;
  const hasPicks =
    (!('metricUuid' in value) || typeof value.metricUuid === 'string') &&
    (!('hiddenVariants' in value) || Array.isArray(value.hiddenVariants));
  return (
    hasPicks &&
    typeof value.experimentId === 'number' &&
    typeof value.accountId === 'string' &&
    typeof value.projectId === 'number'
  );
}
