import type { PlanType } from '../../shared/sampleSize';
import type { FeatureFlag, Variant } from './featureFlag';
import type { Metric } from './metric';

/** What the experiment is doing, as the server says it; `other` for a word this program does not know. */
export type ExperimentStatus = 'draft' | 'running' | 'exposure_frozen' | 'paused' | 'stopped' | 'other';

/** What a person recorded when the experiment ended. Free text is possible on servers newer than this program. */
export type Conclusion = 'won' | 'lost' | 'inconclusive' | 'stopped_early' | 'invalid' | (string & {});

/** An experiment as every list of every server generation can tell it. Times are milliseconds since the epoch. */
export interface Experiment {
  readonly id: number;
  readonly name: string;
  readonly description: string | undefined;
  readonly status: ExperimentStatus;
  /** The server's own word, kept for statuses this program does not know. */
  readonly serverStatus: string | undefined;
  readonly archived: boolean;
  readonly flagKey: string;
  readonly flag: FeatureFlag | undefined;
  readonly variants: readonly Variant[];
  /** Variants that the results leave out; never the baseline. */
  readonly excludedVariants: readonly string[];
  readonly createdMs: number | undefined;
  readonly startMs: number | undefined;
  readonly endMs: number | undefined;
  /** When PostHog last changed it. Switching its flag does not count. */
  readonly updatedMs: number | undefined;
  readonly createdBy: Person | undefined;
  readonly conclusion: Conclusion | undefined;
  readonly conclusionComment: string | undefined;
  readonly holdout: { readonly id: number; readonly name: string } | undefined;
  /** The cohort of everybody exposed, once one was made. */
  readonly exposureCohortId: number | undefined;
  readonly runningTime: RunningTime;
  /** The newest servers have them; lower case. */
  readonly tags: readonly string[];
  /** Uses metrics of the retired engine: PostHog refuses to duplicate, copy or widely edit these. */
  readonly isLegacy: boolean;
  /** False only when the server says that this account may not edit. */
  readonly editable: boolean;
}

/** What only a retrieve tells (lists of newer servers carry no metrics). */
export interface ExperimentDetail extends Experiment {
  /** In the order PostHog shows them. */
  readonly primaryMetrics: readonly Metric[];
  readonly secondaryMetrics: readonly Metric[];
  readonly statistics: StatisticsConfig;
  /** Who counts as exposed, as PostHog keeps it; undefined and `{}` mean its defaults. */
  readonly exposureCriteria: Readonly<Record<string, unknown>> | undefined;
  /** The default event of exposure, unless the criteria name another; older servers count `$feature_flag_called`. */
  readonly resolvedExposureEvent: string;
  /** Users count only once their conversion window has passed. */
  readonly onlyCountMaturedUsers: boolean;
  /** PostHog's own checks of flag and metrics; undefined where the server makes none. */
  readonly healthFindings: readonly HealthFinding[] | undefined;
  /** Counts PATCHes on the newest servers, for conflict checks; absent on older ones, which know none. */
  readonly version: number | undefined;
}

export interface Person {
  readonly id: number | undefined;
  /** Given name and surname, else the mail address. */
  readonly name: string;
}

/** What the plan of the experiment says. */
export interface RunningTime {
  /** Percent of relative change. */
  readonly minimumDetectableEffect: number | undefined;
  /** Exposed users, all variants together. */
  readonly recommendedSampleSize: number | undefined;
  readonly recommendedRunningTimeDays: number | undefined;
  /** What a person entered because nothing was measured yet. */
  readonly manual: ManualPlan | undefined;
}

export interface ManualPlan {
  readonly type: PlanType;
  /** Percent for a funnel, else in the metric's own unit. */
  readonly baseline: number | undefined;
  readonly exposuresPerDay: number | undefined;
}

export interface HealthFinding {
  /** For example `flag_off_while_running`. */
  readonly code: string;
  readonly severity: 'critical' | 'warning' | 'info';
  /** Sentences of the server: untrusted text. */
  readonly title: string;
  readonly detail: string | undefined;
}

export interface StatisticsConfig {
  readonly method: 'bayesian' | 'frequentist';
  /** Fraction, 0.95 = 95 %. */
  readonly level: number;
  readonly difference: 'relative' | 'absolute';
  /** Undefined means `control`, else the flag's first variant; results name theirs, which counts. */
  readonly baselineVariantKey: string | undefined;
  /** Whether the test is valid at every look (frequentist only); undefined means the project's default. */
  readonly sequential: boolean | undefined;
  /** Whether what users did before narrows the intervals, and how far back that looks; absent: the project's default. */
  readonly cuped?: { readonly enabled: boolean; readonly lookbackDays: number | undefined } | undefined;
}
