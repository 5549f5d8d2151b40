/** A request to compute all days of one series anew. */
export interface RebuildRow {
  readonly id: string;
  /** Null: the metric it was asked for has none. */
  readonly metricUuid: string | null;
  readonly fingerprint: string;
  readonly createdMs: number;
}

/** Names a series: a metric in one configuration. */
export function rebuildKey(metricUuid: string, fingerprint: string): string {
  return `${metricUuid}/${fingerprint}`;
}

/** A request to compute the current result of all metrics. */
export interface RunRow {
  readonly id: string;
  readonly trigger: string;
  readonly createdMs: number;
  readonly metricUuids: readonly string[];
}

/** Why a metric cannot be computed, in the server's words. */
export interface Failure {
  readonly detail: string;
  readonly code: string;
}
