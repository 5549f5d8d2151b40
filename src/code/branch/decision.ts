import type { Branch } from './branch';

/** A text that the value of a flag is compared with: what code takes for a variant. Offsets are UTF-16. */
export interface Comparison {
  readonly key: string;
  /** Start of the reference by which the flag is read. */
  readonly readAt: number;
  readonly text: string;
  /** First character between the quotes. */
  readonly start: number;
  readonly end: number;
}

/** A statement that tells the variants of a flag apart by their names: a switch, a chain of conditions. */
export interface Choice {
  readonly key: string;
  readonly readAt: number;
  /** The variants that are named. */
  readonly names: readonly string[];
  /** Whether what has no name of its own is thought of, too. */
  readonly hasRest: boolean;
  /** The word it begins with. */
  readonly start: number;
  readonly end: number;
}

/** What code makes of the flags it reads. Each in the order of the text. */
export interface Decisions {
  readonly branches: readonly Branch[];
  readonly comparisons: readonly Comparison[];
  readonly choices: readonly Choice[];
  /** Starts of the references whose value decides by itself, as a yes or no. */
  readonly yesOrNo: readonly number[];
}
