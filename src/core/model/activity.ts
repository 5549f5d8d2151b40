/** One thing that somebody did to an experiment. Texts are untrusted. */
export interface Activity {
  readonly timeMs: number | undefined;
  /** Undefined when PostHog itself did it. */
  readonly person: string | undefined;
  /** PostHog's verb: `created`, `updated`, `variant_shipped` … */
  readonly verb: string;
  readonly changes: readonly ActivityChange[];
}

export interface ActivityChange {
  readonly field: string | undefined;
  readonly before: unknown;
  readonly after: unknown;
}

/** The newest of them, newest first. */
export interface ActivityPage {
  readonly activities: readonly Activity[];
  /** How many there are in all; undefined where PostHog does not say. */
  readonly count: number | undefined;
  /** Entries that could not be read. */
  readonly unreadable: number;
}
