// A program of its own: prints how long requiring and activating the extension took, as JSON.
import { join } from 'node:path';

const memento = { get: () => undefined, update: () => Promise.resolve(), keys: () => [] };
const context = {
  subscriptions: [],
  globalState: memento,
  workspaceState: memento,
  secrets: {
    get: () => Promise.resolve(),
    store: () => Promise.resolve(),
    delete: () => Promise.resolve(),
    onDidChange: () => ({ dispose: () => undefined }),
  },
  extensionUri: {},
  globalStorageUri: {},
  extensionMode: 1,
};

// VS Code has its own module ready before it loads an extension.
void require('vscode');
const start = performance.now();
const extension = require(join(__dirname, '../../extension.js')) as { activate(context: unknown): unknown };
const required = performance.now();
extension.activate(context);
const activated = performance.now();
console.log(JSON.stringify({ requireMs: required - start, activateMs: activated - required }));
process.exit();
