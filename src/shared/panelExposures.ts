/** Who was exposed, as the panel draws it. Times in milliseconds since the epoch; all text is untrusted. */

/** What was read a minute ago will do; or PostHog's newest count, up to a day old; or they are counted anew. */
export const exposureDemands = ['if unknown', 'again', 'anew'] as const;
export type ExposureDemand = (typeof exposureDemands)[number];

export interface ExposuresView {
  /** What is counted: `users` or `groups`. */
  readonly unit: string;
  /** Whether PostHog is being asked, was asked in vain, or has answered. */
  readonly reading: 'notAsked' | 'underWay' | 'failed' | 'read';
  /** Why PostHog gave no answer, or no newer one. */
  readonly trouble: string | undefined;
  /** Empty while nothing is known. */
  readonly variants: readonly ExposedVariantView[];
  /** All variants together. */
  readonly total: number;
  /** Who saw several variants; undefined where that is not known. */
  readonly several: { readonly count: number; readonly percent: number } | undefined;
  /** What becomes of them, a sentence. */
  readonly handlingText: string;
  /** How the split compares with that of the flag, a sentence. */
  readonly splitText: string;
  /** `YYYY-MM-DD` in the project's time zone, ascending; empty where no days are known. */
  readonly days: readonly string[];
  /** Where the counts come from, a sentence. */
  readonly sourceText: string;
  /** When PostHog counted them. */
  readonly computedMs: number | undefined;
  /** What to look at, while nobody is counted. */
  readonly checks: readonly ExposureCheckView[];
}

export interface ExposedVariantView {
  readonly key: string;
  /** Results compare the others with it. */
  readonly isBaseline: boolean;
  readonly count: number;
  /** Percent of all that were counted; undefined while there are none. */
  readonly sharePercent: number | undefined;
  /** Percent that the flag would give; undefined where it does not say. */
  readonly expectedPercent: number | undefined;
  readonly note: string | undefined;
  /** Everybody up to and including each of the days. */
  readonly counts: readonly number[];
}

export interface ExposureCheckView {
  readonly state: 'ok' | 'unknown' | 'wrong';
  readonly text: string;
}
