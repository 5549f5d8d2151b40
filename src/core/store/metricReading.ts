import type { PostHogError } from '../api/errors';
import type { MetricOutcome } from '../model/latestResults';

/** What becomes of one metric while its result is read, or after it could not be. What was known stays beside it. */
export type MetricReading =
  | { readonly state: 'waiting' }
  /** PostHog is asked for the last day of its daily results. */
  | { readonly state: 'reading' }
  /** PostHog computes it for this page. */
  | { readonly state: 'computing'; readonly sinceMs: number }
  | { readonly state: 'failed'; readonly error: PostHogError; readonly failedMs: number }
  | { readonly state: 'cancelled' };

/** Names a metric within its experiment: a shared one may have both roles, an old one no uuid. */
export function metricKey({ role, metric }: Pick<MetricOutcome, 'role' | 'metric'>): string {
  return `${role}/${metric.uuid ?? metric.name}`;
}

/** Names it within the project. */
export function readingKey(experimentId: number, key: string): string {
  return `${experimentId}/${key}`;
}

export function isUnderWay(reading: MetricReading | undefined): boolean {
  return reading !== undefined && reading.state !== 'failed' && reading.state !== 'cancelled';
}
