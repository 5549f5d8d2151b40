import * as v from 'valibot';
import type { RecalculatedMetric, Recalculation } from '../../model/recalculation';
import { readMetricResult } from './metricResult';
import { maybe, maybeList, maybeText, maybeTime, readRows } from './tolerant';

/** A word this program does not know is taken for work that goes on. */
const status = v.fallback(v.picklist(['pending', 'in_progress', 'completed', 'failed']), 'in_progress');

/** What asking for a recalculation answers, of one metric or of all. */
export const wireRecalculationRequest = v.object({ id: v.string(), status });

/** `GET …/metrics_recalculation/latest/` */
export const wireRecalculation = v.object({
  id: v.string(),
  status,
  completed_at: maybeTime,
  active_run: maybe(v.object({ id: maybeText })),
  result_source: maybeText,
  results: maybeList,
});

const wireMetricRow = v.object({
  metric_uuid: v.string(),
  result: v.optional(v.unknown()),
  error_message: maybeText,
});

export function toRecalculation(wire: v.InferOutput<typeof wireRecalculation>): Recalculation {
  return {
    status: wire.status,
    computedMs: wire.completed_at,
    source: wire.result_source === 'timeseries_fallback' ? 'daily' : 'recalculation',
    isRunning: wire.active_run !== undefined || wire.status === 'pending' || wire.status === 'in_progress',
    results: readRows(wireMetricRow, wire.results).rows.map(toMetricRow),
  };
}

function toMetricRow(wire: v.InferOutput<typeof wireMetricRow>): RecalculatedMetric {
  const read = readMetricResult(wire.result);
  return { metricUuid: wire.metric_uuid, ...read, error: wire.error_message ?? read.error };
}
