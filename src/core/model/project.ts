export interface Project {
  readonly id: number;
  /** Untrusted text; `Project 42` when the account may not read names. */
  readonly name: string;
  /** Where its days begin and end, for example `Europe/Berlin`; untrusted, unknown when the account may not read it. */
  readonly timeZone?: string;
}
