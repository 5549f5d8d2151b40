/** The webview's end of the panel's protocol. */
import type {
  ChangedMessage,
  MethodOf,
  PageKind,
  ParamsOf,
  ResponseMessage,
  ResultOf,
  ToHost,
  ViewOf,
} from '../src/shared/panelProtocol';

/** Where messages leave and arrive; the page hands in VS Code's, tests their own. */
export interface Port {
  readonly post: (message: ToHost) => void;
  /** Returns how to stop listening. */
  readonly listen: (receive: (message: unknown) => void) => () => void;
}

export interface RequestOptions {
  /** Rejects with the signal's reason and tells the host that nobody waits any more. */
  readonly signal?: AbortSignal;
  /** No limit when left out: some actions wait for a person. */
  readonly timeoutMs?: number;
}

export interface Rpc<K extends PageKind> {
  /** Rejects with the host's own sentence, on timeout, on abort, and on dispose. */
  request<M extends MethodOf<K>>(
    method: M,
    params: ParamsOf<K, M>,
    options?: RequestOptions,
  ): Promise<ResultOf<K, M>>;
  /** Returns how to stop listening. */
  onChanged(listener: (view: ViewOf<K>) => void): () => void;
  /** Rejects what is pending; later requests reject at once. */
  dispose(): void;
}

/**
 * A safety net for a host that has gone: it gives up on PostHog itself, and says why, before. Longer than two reads in a
 * row, each with three tries of 20 s and pauses between them.
 */
export const answerTimeoutMs = 200_000;

/** Methods on purpose: a `resolve` for one kind of result may stand here, the host having promised that kind. */
interface Pending {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/**
 * Opens one page's end on a port.
 * @param firstId differs from page to page: a late answer to an earlier page must not pass for one to this
 */
export function createRpc<K extends PageKind>(port: Port, page: K, firstId: number): Rpc<K> {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(view: ViewOf<K>) => void>();
  let nextId = firstId;
  let disposed = false;

  const stop = port.listen((message) => {
    if (!isForPage(message)) return;
    if (message.kind === 'changed') {
      // The host may have told it before it heard that another page is shown.
      if (message.page !== page) return;
      for (const listener of listeners) listener(message.view as ViewOf<K>);
      return;
    }
    const waiting = pending.get(message.id);
    if (!waiting) return;
    if ('error' in message) waiting.reject(new Error(message.error));
    else waiting.resolve(message.result);
  });

  function request<M extends MethodOf<K>>(
    method: M,
    params: ParamsOf<K, M>,
    { signal, timeoutMs }: RequestOptions = {},
  ): Promise<ResultOf<K, M>> {
    if (disposed) return Promise.reject(new Error('The panel is closed.'));
    if (signal?.aborted) return Promise.reject(abortReason(signal));
    const id = nextId++;
    const answer = new Promise<ResultOf<K, M>>((resolve, reject) => {
      pending.set(id, { resolve, reject });
    });
    const giveUp = (reason: Error): void => {
      port.post({ kind: 'abort', id });
      pending.get(id)?.reject(reason);
    };
    const timer =
      timeoutMs === undefined ? undefined : setTimeout(() => giveUp(timeoutError(timeoutMs)), timeoutMs);
    const onAbort = (): void => giveUp(abortReason(signal));
    signal?.addEventListener('abort', onAbort);
    port.post({ kind: 'request', id, method, params });
    return answer.finally(() => {
      pending.delete(id);
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    });
  }

  return {
    request,

    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    dispose() {
      disposed = true;
      stop();
      listeners.clear();
      for (const waiting of pending.values()) waiting.reject(new Error('The panel is closed.'));
    },
  };
}

function abortReason(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('Cancelled.');
}

function timeoutError(timeoutMs: number): Error {
  return new Error(`No answer within ${Math.round(timeoutMs / 1000)} seconds.`);
}

function isForPage(message: unknown): message is ResponseMessage | ChangedMessage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return message.kind === 'response' || message.kind === 'changed';
}
