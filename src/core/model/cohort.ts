/** A group of users in PostHog. */
export interface Cohort {
  readonly id: number;
  readonly name: string;
  /** Undefined until PostHog has counted. */
  readonly count: number | undefined;
}
