/** What the panel draws: plain data, no tokens, times in milliseconds since the epoch. All text is untrusted. */

import type { FlagsPanelState } from './panelFlags';
import type { StatsPanelState } from './panelStats';

/** What a page shows and of which project. Kept by the webview over hiding, by VS Code over window reloads. */
export type PageState = ExperimentPanelState | StatsPanelState | FlagsPanelState;

export interface PanelOfProject {
  readonly accountId: string;
  readonly projectId: number;
}

export interface ExperimentPanelState extends PanelOfProject {
  readonly kind: 'experiment';
  readonly experimentId: number;
  readonly metricUuid?: string | undefined;
  /** Variants the user switched off in the chart. */
  readonly hiddenVariants?: readonly string[] | undefined;
}

/** All that a page shows: every kind of page gets whole snapshots of this form. */
export interface PageView<S extends PageState, C> {
  readonly state: S;
  /** Undefined until the first answer, or when there is nothing to show; `trouble` says why. */
  readonly content: C | undefined;
  /** True only while something is being read. */
  readonly loading: boolean;
  /** Why there is no content, or why it is older than it should be. */
  readonly trouble: Trouble | undefined;
  /** When the content was last read from PostHog. */
  readonly loadedMs: number | undefined;
}

/** What can be done about a trouble. */
export const remedies = ['retry', 'signIn', 'selectProject'] as const;
export type Remedy = (typeof remedies)[number];

export interface Trouble {
  readonly title: string;
  readonly sentence: string;
  readonly remedy: Remedy;
}

export const panelActions = [
  'edit',
  'recalculate',
  'duplicate',
  'archive',
  'unarchive',
  'openInPostHog',
  'copyFlagKey',
] as const;
export type PanelAction = (typeof panelActions)[number];

export type ExperimentView = PageView<ExperimentPanelState, ExperimentSummaryView>;

export interface ExperimentSummaryView {
  readonly id: number;
  readonly name: string;
  readonly description: string | undefined;
  /** `Running`, `Draft`, … */
  readonly statusWord: string;
  readonly statusTone: 'live' | 'waiting' | 'done' | 'warning';
  /** False for a draft: there is nothing to measure yet. */
  readonly launched: boolean;
  /** For example `since 2 Nov 2026 (20 d)`. */
  readonly ageText: string;
  /** What deserves a look before anything else, for example `The flag is off.` */
  readonly warnings: readonly string[];
  readonly flagKey: string;
  readonly variants: readonly VariantView[];
  readonly metrics: readonly MetricView[];
  readonly conclusionText: string | undefined;
  /** What the numbers count: `users`, or `groups` for a group-aggregated experiment. */
  readonly unit: string;
  /** Those allowed for this account in this state. */
  readonly actions: readonly PanelAction[];
}

export interface VariantView {
  readonly key: string;
  readonly rolloutPercent: number | undefined;
}

export interface MetricView {
  /** Undefined: the metric has no daily series, and `note` says why. */
  readonly uuid: string | undefined;
  readonly name: string;
  readonly role: 'primary' | 'secondary';
  readonly typeWord: string;
  readonly goal: 'increase' | 'decrease';
  readonly note: string | undefined;
}

export interface TimeseriesView {
  readonly metricUuid: string;
  readonly status: 'pending' | 'partial' | 'completed' | 'failed';
  readonly baselineKey: string | undefined;
  /** `YYYY-MM-DD`, ascending, every day of the experiment. */
  readonly days: readonly string[];
  /** Messages of failed days. */
  readonly errors: Readonly<Record<string, string>>;
  /** One per variant other than the baseline, in flag order; one point per day. */
  readonly series: readonly SeriesView[];
  /** Exposed users of the baseline per day, null where nothing was computed. */
  readonly baselineSamples: readonly (number | null)[];
  /** For example `Bayesian, 95% credible interval, change relative to control`. */
  readonly methodText: string;
  /** Whether values are fractions of change, or in the metric's own unit. */
  readonly difference: 'relative' | 'absolute';
  /** When the newest day was computed. */
  readonly computedMs: number | undefined;
  readonly recalculating: boolean;
  /** When the host read it. */
  readonly loadedMs: number;
}

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
