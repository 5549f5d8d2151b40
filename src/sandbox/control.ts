import type { Clock } from './clock';
import type { Fault, FaultKind } from './faults';

/** What a request meets. */
export interface FaultEffect {
  /** Undefined: the real answer. */
  readonly kind: FaultKind | undefined;
  readonly fault: Fault;
  readonly delayMs: number;
}

/** The hand that tests and developers have on a sandbox: faults, latency, time. */
export class SandboxControl {
  /** Added to every answer. */
  latencyMs = 0;
  private active: { readonly fault: Fault; readonly path: RegExp; left: number }[] = [];

  constructor(private readonly clock: Clock) {}

  /** The newest fault that fits decides. @throws SyntaxError when `path` is no regular expression */
  add(fault: Fault): void {
    this.active.unshift({ fault, path: new RegExp(fault.path ?? ''), left: fault.times ?? Infinity });
  }

  clear(): void {
    this.active = [];
  }

  /** Moves the sandbox's time on. @returns the new time in milliseconds since the epoch */
  advance(byMs: number): number {
    this.clock.advance(byMs);
    return this.clock.now();
  }

  /** What happens to a request; uses up one of the fault's times. @param path with query */
  take(method: string, path: string): FaultEffect {
    const hit = this.active.find(
      (candidate) => candidate.path.test(path) && (candidate.fault.method ?? method).toUpperCase() === method,
    );
    if (hit && --hit.left <= 0) this.active = this.active.filter((candidate) => candidate !== hit);
    const { fault = {} } = hit ?? {};
    const { kind, status, delayMs = 0 } = fault;
    return {
      kind: kind ?? (status === undefined ? undefined : 'status'),
      fault,
      delayMs: this.latencyMs + delayMs,
    };
  }
}
