import * as v from 'valibot';
import type { MetricResult, Timeseries, TimeseriesDay, VariantResult } from '../../model/timeseries';
import {
  maybe,
  maybeBoolean,
  maybeNumber,
  maybeRecord,
  maybeText,
  maybeTextList,
  maybeTime,
} from './tolerant';

const interval = maybe(v.tuple([v.number(), v.number()]));

const wireSample = v.object({
  key: v.string(),
  number_of_samples: v.number(),
  sum: v.number(),
  denominator_sum: maybeNumber,
  validation_failures: maybeTextList,
});

const wireVariantResult = v.object({
  ...wireSample.entries,
  method: maybeText,
  significant: maybeBoolean,
  chance_to_win: maybeNumber,
  credible_interval: interval,
  p_value: maybeNumber,
  confidence_interval: interval,
});

const wireResult = v.object({ baseline: wireSample, variant_results: v.array(wireVariantResult) });

export const wireTimeseries = v.object({
  experiment_id: v.number(),
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
    experimentId: wire.experiment_id,
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

function toDay(day: string, value: unknown, error: unknown): TimeseriesDay {
  const parsed = v.safeParse(wireResult, value);
  const message = typeof error === 'string' ? error : undefined;
  const unreadable = !parsed.success && value !== null && value !== undefined;
  return {
    day,
    result: parsed.success ? toResult(parsed.output) : undefined,
    error: message ?? (unreadable ? 'This day came in a form that cannot be read.' : undefined),
  };
}

function toResult(wire: v.InferOutput<typeof wireResult>): MetricResult {
  return { baseline: toSample(wire.baseline), variants: wire.variant_results.map(toVariantResult) };
}

function toSample(wire: v.InferOutput<typeof wireSample>) {
  return {
    key: wire.key,
    samples: wire.number_of_samples,
    sum: wire.sum,
    denominatorSum: wire.denominator_sum,
    validationFailures: wire.validation_failures,
  };
}

function toVariantResult(wire: v.InferOutput<typeof wireVariantResult>): VariantResult {
  return {
    ...toSample(wire),
    method: wire.method === 'bayesian' || wire.method === 'frequentist' ? wire.method : undefined,
    significant: wire.significant,
    interval: wire.credible_interval ?? wire.confidence_interval,
    chanceToWin: wire.chance_to_win,
    pValue: wire.p_value,
  };
}
