/*
 * As much of the vscode module as what editors show runs on, for the benchmark: places and texts are real, providers and
 * listeners are kept for the benchmark to call, and every other name is whatever it is used as.
 */
type Listener = (event: unknown) => unknown;

function whatever(): object {
  return anything;
}
const anything: object = new Proxy(whatever, {
  get: (target, name) => (name === Symbol.toPrimitive ? () => '' : (Reflect.get(target, name) ?? anything)),
  construct: () => anything,
  set: () => true,
});

class Disposable {
  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
  constructor(readonly dispose: () => void) {}
}

class EventEmitter {
  readonly #listeners = new Set<Listener>();
  readonly event = (listener: Listener): Disposable => {
    this.#listeners.add(listener);
    return new Disposable(() => this.#listeners.delete(listener));
  };
  fire(event: unknown): void {
    for (const listener of this.#listeners) listener(event);
  }
  dispose(): void {
    this.#listeners.clear();
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(from: Position | number, to: Position | number, endLine = 0, endColumn = 0) {
    this.start = typeof from === 'number' ? new Position(from, Number(to)) : from;
    this.end = typeof to === 'number' ? new Position(endLine, endColumn) : to;
  }
  isEqual(other: Range): boolean {
    return JSON.stringify(this) === JSON.stringify(other);
  }
}

class CodeLens {
  constructor(readonly range: Range) {}
}

class DocumentLink {
  constructor(
    readonly range: Range,
    readonly target: unknown,
  ) {}
}

class Diagnostic {
  constructor(
    readonly range: Range,
    readonly message: string,
  ) {}
}

class MarkdownString {
  value = '';
  appendMarkdown(text: string): this {
    this.value += text;
    return this;
  }
}

class Hover {
  constructor(readonly contents: unknown) {}
}

class TabInput {
  readonly uri = undefined;
}

const changedText = new EventEmitter();
const providers: object[] = [];
const register = (_selector: unknown, provider: object): Disposable => {
  providers.push(provider);
  return new Disposable(() => providers.splice(providers.indexOf(provider), 1));
};
const withRest = (known: object): object =>
  new Proxy(known, {
    get: (target, name): unknown => (Reflect.has(target, name) ? Reflect.get(target, name) : anything),
  });

const languages = withRest({
  registerCodeLensProvider: register,
  registerHoverProvider: register,
  registerDocumentLinkProvider: register,
  registerDefinitionProvider: register,
  registerCompletionItemProvider: register,
  registerCodeActionsProvider: register,
});
const workspace = withRest({
  textDocuments: [],
  notebookDocuments: [],
  workspaceFolders: [],
  getWorkspaceFolder: () => undefined,
  getConfiguration: () => ({ get: (_name: string, value: unknown) => value, inspect: () => undefined }),
  onDidChangeTextDocument: changedText.event,
});
const visibleTextEditors: object[] = [];
const window = withRest({
  visibleTextEditors,
  activeTextEditor: undefined,
  tabGroups: { activeTabGroup: {}, onDidChangeTabs: new EventEmitter().event },
});

const known = {
  Disposable,
  EventEmitter,
  Position,
  Range,
  CodeLens,
  DocumentLink,
  Diagnostic,
  MarkdownString,
  Hover,
  TabInputText: TabInput,
  TabInputTextDiff: TabInput,
  languages,
  workspace,
  window,
  /** For the benchmark. */
  twin: { providers, changedText, visibleTextEditors },
};

module.exports = withRest(known);
