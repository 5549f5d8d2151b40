import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as vscode from 'vscode';

type Callable = (...args: unknown[]) => unknown;
type Bag = Record<PropertyKey, unknown>;

/** Whatever the extension made or listens to, by what it is, until it is disposed of. */
export class Counted {
  readonly #alive = new Map<object, { readonly label: string; readonly parent: object | undefined }>();

  alive(): readonly string[] {
    return [...this.#alive.values()].map(({ label }) => label);
  }

  add(label: string, parent?: object): object {
    const key = {};
    this.#alive.set(key, { label, parent });
    return key;
  }

  /** What belongs to a thing goes with it. */
  remove(key: object): void {
    this.#alive.delete(key);
    for (const [child, { parent }] of this.#alive) if (parent === key) this.remove(child);
  }

  /** An event that never fires. */
  event(label: string) {
    return () => {
      const key = this.add(label);
      return { dispose: () => this.remove(key) };
    };
  }
}

/** A second copy of the extension, on VS Code's real API behind counters. Its commands and its view stay its own. */
export function loadCounted(path: string) {
  const counted = new Counted();
  const handlers = new Map<string, Callable>();
  const api = countedApi(counted, handlers);
  const load = (file: string): Bag => {
    const module = { exports: {} };
    const timers = countedTimers(counted);
    const names = ['require', 'module', 'exports', ...Object.keys(timers)];
    const requireHere = (name: string): unknown => {
      if (name === 'vscode') return api;
      return name.startsWith('.') ? load(join(dirname(file), name)) : require(name);
    };
    const run = compileFunction(readFileSync(file, 'utf8'), names, { filename: file }) as Callable;
    run(requireHere, module, module.exports, ...Object.values(timers));
    return module.exports;
  };
  const extension = load(path);
  return {
    counted,
    activate: extension['activate'] as Callable,
    run: async (id: string, argument?: unknown): Promise<unknown> => handlers.get(id)?.(argument),
  };
}

const disposable = { dispose: () => undefined };

function countedApi(counted: Counted, handlers: Map<string, Callable>): unknown {
  const replaced: Record<string, Bag> = {
    commands: {
      registerCommand: (id: string, handler: Callable) => {
        handlers.set(id, handler);
        return disposable;
      },
      executeCommand: async (id: string, argument: unknown) => handlers.get(id)?.(argument),
    },
    window: {
      createTreeView: () => ({ ...disposable, onDidChangeVisibility: () => disposable }),
      registerUriHandler: () => disposable,
      registerWebviewPanelSerializer: () => disposable,
      showInformationMessage: async () => undefined,
    },
    workspace: {},
    languages: {},
  };
  class EventEmitter extends vscode.EventEmitter<unknown> {
    readonly #key = counted.add('EventEmitter');
    override dispose(): void {
      counted.remove(this.#key);
      super.dispose();
    }
  }
  const namespaces = Object.entries(replaced).map(([name, stand]) => [
    name,
    counting(counted, Reflect.get(vscode, name) as object, name, undefined, stand),
  ]);
  const own: Bag = { ...Object.fromEntries(namespaces), EventEmitter };
  return new Proxy(vscode, { get: (target, name) => own[name] ?? (Reflect.get(target, name) as unknown) });
}

/** The object, with everything counted that its functions give and that can be disposed of. */
function counting(
  counted: Counted,
  object: object,
  label: string,
  parent: object | undefined,
  replaced: Bag = {},
): object {
  // An empty target: VS Code freezes some of its objects, whose members a proxy could not replace.
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        const value = replaced[name] ?? (Reflect.get(object, name) as unknown);
        const path = `${label}.${String(name)}`;
        if (name === 'webview') return counting(counted, value as object, path, parent);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => countResult(counted, Reflect.apply(value, object, args), path, parent);
      },
      set: (_target, name, value) => Reflect.set(object, name, value),
    },
  );
}

function countResult(counted: Counted, result: unknown, label: string, parent: object | undefined): unknown {
  if (typeof result !== 'object' || result === null || !('dispose' in result)) return result;
  const key = counted.add(label, parent);
  return counting(counted, result, label, key, {
    dispose: () => {
      counted.remove(key);
      return (result.dispose as Callable)();
    },
  });
}

function countedTimers(counted: Counted): Record<string, Callable> {
  const keys = new Map<unknown, object>();
  const forget = (timer: unknown) => {
    const key = keys.get(timer);
    if (key) counted.remove(key);
  };
  const starting = (start: 'setTimeout' | 'setInterval') => (callback: unknown, ms: unknown) => {
    const timer: unknown = globalThis[start](() => {
      if (start === 'setTimeout') forget(timer);
      (callback as Callable)();
    }, Number(ms));
    keys.set(timer, counted.add(`${start} ${String(ms)}`));
    return timer;
  };
  const ending = (timer: unknown) => {
    forget(timer);
    clearTimeout(timer as NodeJS.Timeout);
  };
  return {
    setTimeout: starting('setTimeout'),
    setInterval: starting('setInterval'),
    clearTimeout: ending,
    clearInterval: ending,
  };
}
