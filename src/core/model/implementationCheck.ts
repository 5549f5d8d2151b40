import type { MetricEvents } from '../experiment/metricEvents';

/** Whether the events that an experiment's metrics count carry feature flags. */
export type ImplementationCheck =
  /** There is nothing to look at: PostHog was not asked, it would call that a problem. */
  | { readonly kind: 'noEvents' }
  /** At least one of the sampled events carries a flag, whichever. */
  | ({ readonly kind: 'flagsSeen' } & MetricEvents)
  /** None of them does, or there were none. */
  | ({ readonly kind: 'noFlagsSeen' } & MetricEvents)
  /** This PostHog has retired the check. */
  | { readonly kind: 'retired' };
