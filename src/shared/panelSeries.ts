/** A metric's daily results as the panel draws them: plain data, times in milliseconds. All text is untrusted. */

/**
 * What changes and intervals are: fractions of the baseline, differences of two shares (told in percentage points), or
 * differences in the metric's own unit.
 */
export type Difference = 'relative' | 'points' | 'absolute';

export interface TimeseriesView {
  readonly metricUuid: string;
  readonly status: 'pending' | 'partial' | 'completed' | 'failed';
  /** Why there may be no day, or none before some day. */
  readonly history: SeriesHistory;
  readonly baselineKey: string | undefined;
  /** `YYYY-MM-DD` of the project's calendar, ascending, every day of the experiment. */
  readonly days: readonly string[];
  /** The time zone of those days, such as `Europe/Berlin`; undefined where the account may not read it. */
  readonly timeZone: string | undefined;
  /** Messages of failed days. */
  readonly errors: Readonly<Record<string, string>>;
  /** Days computed by PostHog's retired engine: there is no change against a baseline to draw. */
  readonly legacyDays: readonly string[];
  /** The changes are kept out of sight while all that is computed is too early to read: points are samples alone. */
  readonly isHiddenEarly: boolean;
  /** One per variant other than the baseline, in flag order; one point per day. */
  readonly series: readonly SeriesView[];
  /** Exposed users of the baseline per day, null where nothing was computed. */
  readonly baselineSamples: readonly (number | null)[];
  /** How many of the first days are below the exposures a statistic needs in each variant. */
  readonly sparseDays: number;
  /** Undefined where no day is too early to read, as under a sequential test. */
  readonly early: EarlyDays | undefined;
  /** The test is valid at every look. */
  readonly isSequential: boolean;
  /** Ascending: what happened to the experiment, as far as is known. */
  readonly events: readonly SeriesEvent[];
  /** Whether those include what its activity tells, which is read when somebody asks for it. */
  readonly areChangesKnown: boolean;
  /** For example `Bayesian, 95% credible interval, change relative to control`. */
  readonly methodText: string;
  /** Whether values are fractions of change, or in the metric's own unit. */
  readonly difference: Difference;
  /** When the newest day was computed. */
  readonly computedMs: number | undefined;
  /** The newest day should have been computed by now, and was not: PostHog stops some time after the launch. */
  readonly isStale: boolean;
  /** Undefined unless PostHog computes all days anew. */
  readonly recalculation: SeriesProgress | undefined;
  /** When the host read it. */
  readonly loadedMs: number;
}

/**
 * `whole`: nothing is missing that should be there. `notYet`: PostHog has had no night to compute anything.
 * `restarted`: there were days, and an edit took them away. `unexplained`: days are missing, and nothing known says why.
 */
export type SeriesHistory = 'whole' | 'notYet' | 'restarted' | 'unexplained';

export interface SeriesProgress {
  readonly computedDays: number;
  readonly days: number;
}

export interface EarlyDays {
  /** How many of the first days are early reads. */
  readonly days: number;
  /** Why, for example `below the planned 24,000 users`. */
  readonly reason: string;
}

export interface SeriesEvent {
  /** The project's calendar day; may lie outside the days of the series. */
  readonly day: string;
  readonly timeMs: number;
  readonly kind: SeriesEventKind;
  /** For example `Metrics edited by Ada`. */
  readonly text: string;
}

export type SeriesEventKind = 'launch' | 'end' | 'pause' | 'resume' | 'split' | 'metrics' | 'rules' | 'ship';

export interface SeriesView {
  readonly variantKey: string;
  readonly points: readonly (PointView | null)[];
}

export interface PointView {
  readonly samples: number;
  /** Midpoint of the interval; missing when no statistic could be computed. */
  readonly change?: number;
  readonly low?: number;
  readonly high?: number;
  /** The server's verdict. */
  readonly significant?: boolean;
  /** 0 to 1, not goal-aware. */
  readonly chanceToWin?: number;
  readonly pValue?: number;
  /** Why there is no statistic, for example `Needs 50 exposures per variant.` */
  readonly reason?: string;
}
