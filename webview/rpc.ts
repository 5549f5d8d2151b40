/** The webview's end of the panel's protocol. */
import type {
  AbortMessage,
  EventMessage,
  PanelEvent,
  PanelEvents,
  PanelMethod,
  PanelRequests,
  ToWebview,
} from '../src/shared/panelProtocol';

/** Where messages leave and arrive; the page hands in VS Code's, tests their own. */
export interface Port {
  readonly post: (message: Outgoing) => void;
  /** Returns how to stop listening. */
  readonly listen: (receive: (message: unknown) => void) => () => void;
}

/** A request whose params fit its method, which `Rpc.request` has seen to. */
type Outgoing =
  | { kind: 'request'; id: number; method: PanelMethod; params: PanelRequests[PanelMethod]['params'] }
  | AbortMessage;

export interface RequestOptions {
  /** Rejects with the signal's reason and tells the host that nobody waits any more. */
  readonly signal?: AbortSignal;
  /** No limit when left out: some actions wait for a person. */
  readonly timeoutMs?: number;
}

export interface Rpc {
  /** Rejects with the host's own sentence, on timeout, on abort, and on dispose. */
  request<M extends PanelMethod>(
    method: M,
    params: PanelRequests[M]['params'],
    options?: RequestOptions,
  ): Promise<PanelRequests[M]['result']>;
  /** Returns how to stop listening. */
  on<E extends PanelEvent>(event: E, listener: (payload: PanelEvents[E]) => void): () => void;
  /** Rejects what is pending; later requests reject at once. */
  dispose(): void;
}

/** Methods on purpose: a `resolve` for one kind of result may stand here, the host having promised that kind. */
interface Pending {
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

/** Opens the webview's end on a port. */
export function createRpc(port: Port): Rpc {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(message: EventMessage) => void>();
  let lastId = 0;
  let disposed = false;

  const stop = port.listen((message) => {
    if (!isToWebview(message)) return;
    if (message.kind === 'event') {
      for (const listener of listeners) listener(message);
      return;
    }
    const waiting = pending.get(message.id);
    if (!waiting) return;
    if ('error' in message) waiting.reject(new Error(message.error));
    else waiting.resolve(message.result);
  });

  function request<M extends PanelMethod>(
    method: M,
    params: PanelRequests[M]['params'],
    { signal, timeoutMs }: RequestOptions = {},
  ): Promise<PanelRequests[M]['result']> {
    if (disposed) return Promise.reject(new Error('The panel is closed.'));
    if (signal?.aborted) return Promise.reject(abortReason(signal));
    const id = ++lastId;
    const answer = new Promise<PanelRequests[M]['result']>((resolve, reject) => {
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

    on(event, listener) {
      const receive = (message: EventMessage): void => {
        if (message.event === event) listener(message.payload);
      };
      listeners.add(receive);
      return () => listeners.delete(receive);
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

function isToWebview(message: unknown): message is ToWebview {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return message.kind === 'response' || message.kind === 'event';
}
