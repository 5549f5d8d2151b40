/** What the panel draws: plain data, no tokens, times in milliseconds since the epoch. All text is untrusted. */

import type { FlagsPanelState } from './panelFlags';
import type { ExposuresView } from './panelExposures';
import type { PowerView } from './panelPower';
import type { ExportWanted } from './panelExport';
import type { LinksView } from './panelLinks';
import type { ResultsView } from './panelResults';
import type { StatsPanelState } from './panelStats';
import type { TrustView } from './panelTrust';

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
export const remedies = ['retry', 'signIn', 'selectProject', 'restore'] as const;
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
  'createCohort',
  'checkFlag',
  'delete',
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
  readonly trust: TrustView | undefined;
  /** Undefined for what was never launched. */
  readonly exposures: ExposuresView | undefined;
  readonly power: PowerView | undefined;
  /** Undefined for what was never launched. */
  readonly results: ResultsView | undefined;
  /** Those allowed for this account in this state. */
  readonly actions: readonly PanelAction[];
  /** Where there are results to take along. */
  readonly exports: readonly ExportWanted['to'][];
  /** Undefined on sample data, which has no web app. */
  readonly links: LinksView | undefined;
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
