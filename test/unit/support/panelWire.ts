import type { ToWebview } from '../../../src/shared/panelProtocol';
import type { PanelPort } from '../../../src/ui/panel/panelRpc';

/** A webview in memory: what the host posts is kept, and the test says what the page sends. */
export class PanelWire implements PanelPort {
  readonly posted: ToWebview[] = [];
  #listener: ((message: unknown) => void) | undefined;

  get isListening(): boolean {
    return this.#listener !== undefined;
  }

  postMessage(message: ToWebview): void {
    this.posted.push(message);
  }

  onDidReceiveMessage(listener: (message: unknown) => void): { dispose(): void } {
    this.#listener = listener;
    return { dispose: () => (this.#listener = undefined) };
  }

  deliver(message: unknown): void {
    this.#listener?.(message);
  }

  ask(id: number, method: string, params: unknown = {}): void {
    this.deliver({ kind: 'request', id, method, params });
  }
}
