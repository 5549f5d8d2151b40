import type { Logger } from '../../core/logger';
import type { ToWebview } from '../../shared/panelProtocol';
import { type RequestEnvelope, readMessage } from './readMessage';

/** The part of a webview that messages pass through. */
export interface PanelPort {
  postMessage(message: ToWebview): unknown;
  onDidReceiveMessage(listener: (message: unknown) => void): { dispose(): unknown };
}

/** Answers one method. Gets the params as the webview sent them, and throws when they are not what it takes. */
export type Answer = (params: unknown, signal: AbortSignal) => Promise<unknown>;

/** The host's end of the protocol: every request gets an answer or an error, and can be aborted. */
export class PanelRpc {
  readonly #pending = new Map<number, AbortController>();
  readonly #listener: { dispose(): unknown };
  #disposed = false;

  constructor(
    private readonly port: PanelPort,
    private readonly answers: Readonly<Record<string, Answer>>,
    private readonly describe: (error: unknown) => string,
    private readonly logger: Logger,
  ) {
    this.#listener = port.onDidReceiveMessage((value) => this.#receive(value));
  }

  tell(message: Exclude<ToWebview, { kind: 'response' }>): void {
    this.#post(message);
  }

  dispose(): void {
    this.#disposed = true;
    this.#listener.dispose();
    this.#forget();
  }

  #receive(value: unknown): void {
    const message = readMessage(value);
    if (message === undefined) {
      this.#refuse(value);
    } else if (message.kind === 'abort') {
      this.#pending.get(message.id)?.abort();
    } else {
      // A page that says `ready` has just come up: the one that asked before is gone.
      if (message.method === 'ready') this.#forget();
      void this.#answer(message);
    }
  }

  /** Ends what is under way; nobody hears how it ended. */
  #forget(): void {
    const orphans = [...this.#pending.values()];
    this.#pending.clear();
    for (const orphan of orphans) orphan.abort();
  }

  async #answer({ id, method, params }: RequestEnvelope): Promise<void> {
    const answer = Object.hasOwn(this.answers, method) ? this.answers[method] : undefined;
    if (!answer) {
      this.#refuse({ id });
      return;
    }
    const abort = new AbortController();
    this.#pending.set(id, abort);
    const respond = (outcome: { readonly result: unknown } | { readonly error: string }): void => {
      if (this.#pending.get(id) !== abort) return;
      this.#pending.delete(id);
      this.#post({ kind: 'response', id, ...outcome });
    };
    try {
      respond({ result: await answer(params, abort.signal) });
    } catch (error) {
      respond({ error: this.describe(error) });
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
    if (!this.#disposed) void this.port.postMessage(message);
  }
}
