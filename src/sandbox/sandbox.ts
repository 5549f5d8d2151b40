import { faultBody, FaultControl } from './faults';
import { createHandler, type SandboxRequest, type SandboxResponse } from './handler';
import { sandboxKeys, sandboxProjectIds } from './keys';
import { createWorld, type WorldOptions } from './world';

export interface SandboxCoreOptions extends WorldOptions {
  readonly latencyMs?: number;
}

/** What both doors share: the handler behind the faults. */
export interface SandboxCore {
  readonly apiKey: string;
  readonly projectId: number;
  readonly projectName: string;
  readonly control: FaultControl;
  /** Answers after latency and faults. Rejects with the signal's reason when aborted during the wait. */
  answer(request: SandboxRequest, signal?: AbortSignal): Promise<SandboxResponse>;
}

export function createSandboxCore(options: SandboxCoreOptions = {}): SandboxCore {
  const world = createWorld(options);
  const handle = createHandler(world);
  const control = new FaultControl();
  control.latencyMs = options.latencyMs ?? 0;
  return {
    apiKey: sandboxKeys.full.value,
    projectId: sandboxProjectIds.shop,
    projectName: world.projects.get(sandboxProjectIds.shop)?.name ?? '',
    control,
    async answer(request, signal) {
      const { pathname, search } = new URL(request.url);
      const { delayMs, status } = control.take(request.method, pathname + search);
      if (delayMs > 0) await waitMs(delayMs, signal);
      signal?.throwIfAborted();
      if (status === undefined) return handle(request);
      return {
        status,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faultBody(status)),
      };
    },
  };
}

function waitMs(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, delayMs);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}
