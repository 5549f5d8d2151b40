import type { MetricResult } from './metricResult';

export type RecalculationStatus = 'pending' | 'in_progress' | 'completed' | 'failed';

/** The newest results of all metrics of an experiment. */
export interface Recalculation {
  readonly status: RecalculationStatus;
  /** When these results were computed; undefined while the first run is under way. */
  readonly computedMs: number | undefined;
  /** `daily`: put together from the daily results, before the first run. */
  readonly source: 'recalculation' | 'daily';
  /** A newer run is under way: these results will be replaced. */
  readonly isRunning: boolean;
  /** Metrics may be missing: nightly runs leave retention out. */
  readonly results: readonly RecalculatedMetric[];
}

export interface RecalculatedMetric {
  readonly metricUuid: string;
  readonly result: MetricResult | undefined;
  /** Computed by the retired engine: no change against a baseline. */
  readonly isLegacy: boolean;
  readonly error: string | undefined;
}

/** The answer to asking for a recalculation. */
export interface StartedRecalculation {
  /** False when one was under way already, which goes on. */
  readonly isNew: boolean;
  readonly status: RecalculationStatus;
}
