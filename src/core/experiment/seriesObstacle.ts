import type { Metric } from '../model/metric';

/** Why PostHog has no daily series of the metric. */
export function seriesObstacle(metric: Metric): string | undefined {
  if (metric.type === 'legacy') return 'Legacy metric: PostHog keeps no daily results for it.';
  if (metric.type === 'retention') return 'PostHog computes no daily results for retention metrics.';
  if (metric.uuid === undefined || metric.fingerprint === undefined) {
    return 'Made by an older PostHog: it has no daily results until the metric is saved again.';
  }
  return undefined;
}
