import type { Condition } from './condition';

/** Code that runs for some variants of a flag only. Offsets are UTF-16. */
export interface Branch extends Condition {
  readonly key: string;
  /** Start of the reference by which the flag is read. */
  readonly readAt: number;
  readonly start: number;
  readonly end: number;
}
