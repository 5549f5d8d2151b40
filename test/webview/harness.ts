/** Stands in for VS Code and the extension in a plain browser: theme, `acquireVsCodeApi`, and a host with one state. */
import type { Outcome, PageKind, ParamsOf, ToHost, ToWebview } from '../../src/shared/panelProtocol';
import { type PanelState, shownPage } from '../../src/shared/panelTabs';
import type { PageView, PageState } from '../../src/shared/panelView';
import type { Answer } from './scenario';
import { buildScenario, plainStates } from './states';
import { themeNames, themes, type ThemeName } from './themes';

/** What tests may do and see. */
export interface Harness {
  readonly received: readonly ToHost[];
  /** What the page keeps that is shown. */
  readonly savedState: () => PageState | undefined;
  readonly send: (message: ToWebview) => void;
  readonly changed: (change: Partial<PageView<PageState, unknown>>) => void;
  readonly view: () => PageView<PageState, unknown> | undefined;
  readonly setTheme: (name: ThemeName) => void;
  /** What becomes of the next errands. */
  readonly outcome: (outcome: Outcome) => void;
  /** The next requests of this method fail with the message; undefined lets them through again. */
  readonly fail: (method: string, message: string | undefined) => void;
  /** The next requests of this method are not answered. */
  readonly silence: (method: string) => void;
}

declare global {
  interface Window {
    lensHarness: Harness;
    acquireVsCodeApi: () => unknown;
  }
}

const query = new URLSearchParams(location.search);
const stateName = query.get('state') ?? 'running-won';
let scenario = buildScenario(stateName, Date.now());
const received: ToHost[] = [];
const silent = new Set<string>();
const failures = new Map<string, string>();
let outcome: Outcome = { kind: 'done' };
const storageKey = `panel state of ${stateName}`;

addVsCodeStyles();
setTheme(themeNames.find((name) => name === query.get('theme')) ?? 'dark');
for (const extra of query.getAll('body')) document.body.classList.add(extra);

window.acquireVsCodeApi = () => ({
  postMessage(message: ToHost) {
    received.push(message);
    if (message.kind === 'request') answer(message);
  },
  getState: savedPanel,
  setState: (state: PanelState) => sessionStorage.setItem(storageKey, JSON.stringify(state)),
});

window.lensHarness = {
  received,
  savedState() {
    const panel = savedPanel();
    return panel && shownPage(panel);
  },
  send,
  changed(change) {
    if (scenario.view.kind !== 'result') return;
    send({ kind: 'changed', page: scenario.panel.kind, view: { ...scenario.view.value, ...change } });
  },
  view: () => (scenario.view.kind === 'result' ? scenario.view.value : undefined),
  setTheme,
  silence: (method) => silent.add(method),
  outcome: (next) => (outcome = next),
  fail(method, message) {
    if (message === undefined) failures.delete(method);
    else failures.set(method, message);
  },
};

function savedPanel(): PanelState | undefined {
  return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') ?? undefined;
}

function answer(message: Extract<ToHost, { kind: 'request' }>): void {
  if (silent.has(message.method)) return;
  const failure = failures.get(message.method);
  const reply: Answer<unknown> =
    failure === undefined ? answerOf(message) : { kind: 'error', message: failure };
  if (reply.kind === 'silence') return;
  const { id } = message;
  // As in VS Code, an answer never arrives before the call has returned.
  queueMicrotask(() =>
    send(
      reply.kind === 'error'
        ? { kind: 'response', id, error: reply.message }
        : { kind: 'response', id, result: reply.value },
    ),
  );
}

function answerOf({ method, params }: Extract<ToHost, { kind: 'request' }>): Answer<unknown> {
  if (method === 'ready') turnTo((params as ParamsOf<PageKind, 'ready'>).page);
  const { view } = scenario;
  const own = scenario.answer(method, params);
  if (own) return own;
  const errands = ['act', 'remedy', 'export', 'open', 'changes', 'recalculate', 'results', 'reveal'];
  if (errands.includes(method)) return { kind: 'result', value: outcome };
  if (method === 'ready' || view.kind !== 'result') return view;
  return { kind: 'result', value: { ...view.value, loadedMs: Date.now() } };
}

/** A tab that the state is not about shows something plain. */
function turnTo(kind: PageKind): void {
  if (kind === scenario.panel.kind) return;
  const name = buildScenario(stateName, 0).panel.kind === kind ? stateName : plainStates[kind];
  scenario = buildScenario(name, Date.now());
}

function send(message: ToWebview): void {
  window.postMessage(message, location.origin);
}

function setTheme(name: ThemeName): void {
  const { bodyClass, variables } = themes[name];
  const kept = [...document.body.classList].filter(
    (word) => !/^vscode-(dark|light|high-contrast)/.test(word),
  );
  const root = document.documentElement;
  root.removeAttribute('style');
  for (const [variable, value] of Object.entries(variables))
    root.style.setProperty(`--vscode-${variable}`, value);
  root.style.background = variables['editor-background'] ?? '';
  document.body.className = [bodyClass, ...kept].join(' ');
  document.body.dataset['vscodeThemeKind'] = bodyClass.split(' ').at(-1);
  document.body.dataset['vscodeThemeId'] = name;
}

/** What VS Code adds to every webview before the page's own styles. */
function addVsCodeStyles(): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(`@layer vscode-default {
    html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
    body {
      overscroll-behavior-x: none;
      background-color: transparent;
      color: var(--vscode-editor-foreground);
      font-family: var(--vscode-font-family);
      font-weight: var(--vscode-font-weight);
      font-size: var(--vscode-font-size);
      margin: 0;
      padding: 0 20px;
    }
    a, a code { color: var(--vscode-textLink-foreground); }
    code {
      font-family: var(--monaco-monospace-font);
      color: var(--vscode-textPreformat-foreground);
      background-color: var(--vscode-textPreformat-background);
      padding: 1px 3px;
      border-radius: 4px;
    }
  }`);
  document.adoptedStyleSheets.push(styles);
}
