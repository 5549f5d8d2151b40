import { SandboxControl } from './control';
import { type Fault, faultResponse } from './faults';
import { createHandler, type HandlerOptions, type SandboxRequest, type SandboxResponse } from './handler';
import { sandboxKeys, sandboxProjectIds } from './keys';
import { createWorld, type WorldOptions } from './world';

export interface SandboxCoreOptions extends WorldOptions, HandlerOptions {
  readonly latencyMs?: number;
  /** In force from the start. */
  readonly faults?: readonly Fault[];
}

/** How an exchange ends: with an answer, or with a connection that drops before it or in the middle of it. */
export type Exchange =
  | { readonly end: 'answered' | 'truncated'; readonly response: SandboxResponse }
  | { readonly end: 'dropped' };

/** What both doors share: the handler behind the faults. */
export interface SandboxCore {
  readonly apiKey: string;
  readonly projectId: number;
  readonly projectName: string;
  readonly control: SandboxControl;
  /** Answers after latency and faults. Rejects with the signal's reason when aborted during the wait. */
  answer(request: SandboxRequest, signal?: AbortSignal): Promise<Exchange>;
}

export function createSandboxCore(options: SandboxCoreOptions = {}): SandboxCore {
  const world = createWorld(options);
  const handle = createHandler(world, options);
  const control = new SandboxControl(world.clock);
  control.latencyMs = options.latencyMs ?? 0;
  for (const fault of options.faults ?? []) control.add(fault);
  // Clients take PostHog's time from its answers, which must be the one it works by.
  const dated = (response: SandboxResponse): SandboxResponse => ({
    ...response,
    headers: { date: new Date(world.now()).toUTCString(), ...response.headers },
  });
  return {
    apiKey: sandboxKeys.full.value,
    projectId: sandboxProjectIds.shop,
    projectName: world.projects.get(sandboxProjectIds.shop)?.name ?? '',
    control,
    async answer(request, signal) {
      const { pathname, search } = new URL(request.url);
      const { delayMs, kind, fault } = control.take(request.method, pathname + search);
      if (delayMs > 0) await waitMs(delayMs, signal);
      if (kind === 'hang') await waitMs(Infinity, signal);
      signal?.throwIfAborted();
      switch (kind) {
        case 'status':
        case 'html':
        case 'empty':
        case 'malformed':
          return { end: 'answered', response: dated(faultResponse(kind, fault)) };
        case 'reset':
          return { end: 'dropped' };
        case 'commitThenReset':
          await handle(request);
          return { end: 'dropped' };
        case 'truncated':
          return { end: 'truncated', response: dated(await handle(request)) };
        default:
          return { end: 'answered', response: dated(await handle(request)) };
      }
    },
  };
}

/** @param delayMs Infinity: for ever, unless aborted */
function waitMs(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer =
      delayMs === Infinity
        ? undefined
        : setTimeout(() => {
            signal?.removeEventListener('abort', abort);
            resolve();
          }, delayMs);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
