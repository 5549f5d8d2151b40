export interface Project {
  readonly id: number;
  /** Untrusted text; `Project 42` when the account may not read names. */
  readonly name: string;
}
