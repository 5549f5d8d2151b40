/** The results of an experiment as the panel draws them: words and numbers are made by the host. Text is untrusted. */

export interface ResultsView {
  /** What the experiment says as a whole; undefined while there is nothing to say. */
  readonly verdictSentence: string | undefined;
  /** When PostHog computed what the sentence speaks of. */
  readonly asOfMs: number | undefined;
  /** When it was asked last. */
  readonly loadedMs: number | undefined;
  /** Things to know before the numbers: an early read, comparisons, who is left out. */
  readonly notes: readonly string[];
  /** Early results are folded away, and this says until when; undefined while they are in sight. */
  readonly hiddenText: string | undefined;
  /** What PostHog computes for this page at the moment. */
  readonly progress: ResultsProgress | undefined;
  /** Why some metrics, or all, could not be read; said once for all of them. */
  readonly trouble: string | undefined;
  /** `Chance to win vs control`, or `p-value`. */
  readonly chanceTitle: string;
  /** `95% credible interval` */
  readonly intervalTitle: string;
  /** Of the column with the change told the other way: `Difference`, or `Relative` where changes are absolute. */
  readonly differenceTitle: string;
  /** `users`, or what a group-aggregated experiment counts. */
  readonly unit: string;
  readonly tables: readonly ResultsTableView[];
}

export interface ResultsProgress {
  readonly done: number;
  readonly total: number;
  /** Since when the oldest computation runs; undefined while PostHog is only being asked for daily results. */
  readonly sinceMs: number | undefined;
}

export interface ResultsTableView {
  readonly role: 'primary' | 'secondary';
  readonly metrics: readonly MetricResultView[];
}

/** `waiting` includes reading; `failed` and `cancelled` offer Retry; `empty` has nothing yet and says why. */
export type MetricState = 'ready' | 'waiting' | 'computing' | 'failed' | 'cancelled' | 'empty' | 'legacy';

export interface MetricResultView {
  /** Names it in requests. */
  readonly key: string;
  readonly name: string;
  /** `funnel, lower is better` */
  readonly about: string;
  readonly state: MetricState;
  /** Why there is no newer result, or none. */
  readonly note: string | undefined;
  readonly canRetry: boolean;
  /** What is shown is the last good value, and not what was asked for. */
  readonly isOld: boolean;
  /** `computed by PostHog's last run` */
  readonly sourceText: string;
  readonly computedMs: number | undefined;
  /** How the numbers came to be. */
  readonly computedText: string;
  readonly formulas: readonly string[];
  /** What the intervals are drawn on; undefined without any. Relative changes share one over a table. */
  readonly axis: AxisView | undefined;
  /** The baseline first; empty without a result. */
  readonly rows: readonly VariantRowView[];
  /** Names of the steps of a funnel, exposure first; empty for others. */
  readonly steps: readonly string[];
  readonly breakdowns: readonly BreakdownView[];
}

export interface BreakdownView {
  /** `iPhone, Berlin` */
  readonly value: string;
  readonly rows: readonly VariantRowView[];
}

/** Symmetric about no difference. */
export interface AxisView {
  /** Where it ends, in the unit of the intervals. */
  readonly limit: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export type VerdictTone = 'won' | 'lost' | 'open';

export interface VariantRowView {
  readonly key: string;
  readonly isBaseline: boolean;
  /** `20,008` */
  readonly samples: string;
  /** What was measured: `12.01%`; empty where it is folded away. */
  readonly value: string;
  /** Relative, or in the unit of the metric where the experiment compares so; empty where there is none. */
  readonly change: string;
  /** The difference of the values, `+1.52 pp`; where the change is told so already, the relative one. */
  readonly difference: string;
  /** `[4.50%, 20.85%]` */
  readonly interval: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Chance to win, or p. */
  readonly chance: string;
  /** What the chance means where that is not plain. */
  readonly chanceNote: string | undefined;
  /** `won`, `leading, not significant`, `not enough data`; empty for the baseline and where it is folded away. */
  readonly verdict: string;
  /** Good or bad where it is significant and can be trusted; `early` findings keep theirs. */
  readonly tone: VerdictTone;
  /** `early`, `borderline`, `3 d old` */
  readonly marks: readonly string[];
  /** Why there is no statistic. */
  readonly reason: string | undefined;
  /** How many reached each step, with their share; empty for what is no funnel. */
  readonly steps: readonly string[];
}
