export const linkedPlaces = ['flag', 'cohort', 'exposures'] as const;
export type LinkedPlace = (typeof linkedPlaces)[number];

/** Pages of PostHog's web app that the panel leads to: it names them, the host knows their addresses. */
export type PanelLink =
  | { readonly to: LinkedPlace }
  /** Sessions that were recorded of those who saw a variant, or who they are. */
  | { readonly to: 'recordings' | 'people'; readonly variantKey: string }
  /** What a metric counts, by variant. */
  | { readonly to: 'insight'; readonly metricUuid: string };

/** Which of them there are. Variants have theirs always. */
export interface LinksView {
  readonly places: readonly LinkedPlace[];
  readonly variantKeys: readonly string[];
  /** Metrics that an insight can show. */
  readonly metrics: readonly { readonly uuid: string; readonly name: string }[];
}
