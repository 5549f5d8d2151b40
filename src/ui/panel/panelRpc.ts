import type { Disposable, Webview } from 'vscode';
import type { Logger } from '../../core/logger';
import type {
  PanelEvent,
  PanelEvents,
  PanelMethod,
  PanelRequests,
  ToHost,
  ToWebview,
} from '../../shared/panelProtocol';
import { readMessage } from './readMessage';

export type PanelHandlers = {
  [M in PanelMethod]: (
    params: PanelRequests[M]['params'],
    signal: AbortSignal,
  ) => Promise<PanelRequests[M]['result']>;
};

/** The host's end of the protocol: every request gets an answer or an error, and can be aborted. */
export class PanelRpc {
  readonly #pending = new Map<number, AbortController>();
  readonly #listener: Disposable;
  #disposed = false;

  constructor(
    private readonly webview: Webview,
    private readonly handlers: PanelHandlers,
    private readonly describe: (error: unknown) => string,
    private readonly logger: Logger,
  ) {
    this.#listener = webview.onDidReceiveMessage((value: unknown) => this.#receive(value));
  }

  tell<E extends PanelEvent>(event: E, payload: PanelEvents[E]): void {
    this.#post({ kind: 'event', event, payload });
  }

  dispose(): void {
    this.#disposed = true;
    this.#listener.dispose();
    for (const abort of this.#pending.values()) abort.abort();
    this.#pending.clear();
  }

  #receive(value: unknown): void {
    const message = readMessage(value);
    if (message === undefined) {
      this.#refuse(value);
    } else if (message.kind === 'abort') {
      this.#pending.get(message.id)?.abort();
    } else {
      void this.#answer(message);
    }
  }

  async #answer(message: Extract<ToHost, { kind: 'request' }>): Promise<void> {
    const { id } = message;
    const abort = new AbortController();
    this.#pending.set(id, abort);
    try {
      const result = await this.#call(message, abort.signal);
      this.#post({ kind: 'response', id, result });
    } catch (error) {
      this.#post({ kind: 'response', id, error: this.describe(error) });
    } finally {
      this.#pending.delete(id);
    }
  }

  #call(message: Extract<ToHost, { kind: 'request' }>, signal: AbortSignal): Promise<unknown> {
    switch (message.method) {
      case 'ready':
        return this.handlers.ready(message.params, signal);
      case 'refresh':
        return this.handlers.refresh(message.params, signal);
      case 'timeseries':
        return this.handlers.timeseries(message.params, signal);
      case 'act':
        return this.handlers.act(message.params, signal);
    }
  }

  /** A message that is not of the protocol does nothing; if it waits for an answer, it gets one. */
  #refuse(value: unknown): void {
    this.logger.warn('The panel sent a message that is not of its protocol.');
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    if (typeof id === 'number')
      this.#post({ kind: 'response', id, error: 'The request was not understood.' });
  }

  #post(message: ToWebview): void {
    if (!this.#disposed) void this.webview.postMessage(message);
  }
}
