import type { KnownFlag } from './knownFlag';

/** What the project that code belongs to knows of flags. */
export interface FlagProject {
  readonly find: (key: string) => KnownFlag;
  /** Keys of all flags that are known. */
  readonly keys: () => readonly string[];
  readonly name: string;
  readonly nowMs: number;
}
