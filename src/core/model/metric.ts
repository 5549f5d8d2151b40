export type MetricType = 'mean' | 'funnel' | 'ratio' | 'retention' | 'legacy' | 'other';

/** JSON exactly as PostHog sent it, for the endpoints that want it back so. */
export type MetricDefinition = Readonly<Record<string, unknown>>;

export interface Metric {
  /** Missing on experiments made by old servers: such a metric has no daily series. */
  readonly uuid: string | undefined;
  /** The stored name, else what it measures, for example `signup`. */
  readonly name: string;
  readonly type: MetricType;
  readonly goal: 'increase' | 'decrease';
  /** Names the configuration a daily series was computed for. Changes at launch and with most edits. */
  readonly fingerprint: string | undefined;
  readonly definition: MetricDefinition;
}
