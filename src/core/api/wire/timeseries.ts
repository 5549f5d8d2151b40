import * as v from 'valibot';
import type { Timeseries, TimeseriesDay } from '../../model/timeseries';
import { readMetricResult } from './metricResult';
import { maybe, maybeRecord, maybeTime } from './tolerant';

export const wireTimeseries = v.object({
  metric_uuid: v.string(),
  status: v.fallback(v.picklist(['pending', 'partial', 'completed', 'failed']), 'partial'),
  timeseries: maybeRecord,
  errors: maybeRecord,
  computed_at: maybeTime,
  recalculation_status: maybe(v.picklist(['pending', 'in_progress'])),
});

export function toTimeseries(wire: v.InferOutput<typeof wireTimeseries>): Timeseries {
  const days = wire.timeseries ?? {};
  const errors = wire.errors ?? {};
  return {
    metricUuid: wire.metric_uuid,
    status: wire.status,
    // The server does not promise an order.
    days: Object.keys(days)
      .toSorted()
      .map((day) => toDay(day, days[day], errors[day])),
    computedMs: wire.computed_at,
    recalculation: wire.recalculation_status,
  };
}

function toDay(day: string, value: unknown, message: unknown): TimeseriesDay {
  const read = readMetricResult(value);
  return { day, ...read, error: typeof message === 'string' ? message : read.error };
}
