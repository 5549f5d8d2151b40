// A program of its own: prints how long requiring and activating the extension took, as JSON.
import Module from 'node:module';
import { join } from 'node:path';

/** Answers to any name, call or `new`: enough for registering, and nothing is ever called back. */
const anything: unknown = new Proxy(class {}, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : anything),
  apply: () => anything,
  construct: () => anything as object,
});
const vscode = new Proxy(
  {},
  {
    // The extension extends nothing of VS Code's, so a callable stand-in will do for every class and namespace.
    get: () =>
      new Proxy(function standIn() {}, {
        get: () => anything,
        apply: () => anything,
        construct: () => anything as object,
      }),
  },
);

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}
const loader = Module as unknown as Loader;
const load = loader._load.bind(loader);
loader._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const memento = { get: () => undefined, update: () => Promise.resolve(), keys: () => [] };
const context = {
  subscriptions: [],
  globalState: memento,
  workspaceState: memento,
  secrets: { get: () => Promise.resolve(), store: () => Promise.resolve(), delete: () => Promise.resolve() },
  extensionUri: {},
  globalStorageUri: {},
  extensionMode: 1,
};

const start = performance.now();
const extension = require(join(__dirname, '../../extension.js')) as { activate(context: unknown): unknown };
const required = performance.now();
extension.activate(context);
const activated = performance.now();
console.log(JSON.stringify({ requireMs: required - start, activateMs: activated - required }));
