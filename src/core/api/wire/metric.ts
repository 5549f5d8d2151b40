import * as v from 'valibot';
import type { Metric, MetricDefinition, MetricType } from '../../model/metric';
import { maybe, maybeList, maybeNumber, maybeText, readRows } from './tolerant';

const wireSource = v.object({
  kind: maybeText,
  event: maybeText,
  name: maybeText,
  id: maybeNumber,
  table_name: maybeText,
});
type WireSource = v.InferOutput<typeof wireSource>;

const wireMetric = v.object({
  kind: maybeText,
  metric_type: maybeText,
  uuid: maybeText,
  name: maybeText,
  goal: maybeText,
  fingerprint: maybeText,
  source: maybe(wireSource),
  metric_config: maybe(wireSource),
  series: maybeList,
  numerator: maybe(wireSource),
  denominator: maybe(wireSource),
  start_event: maybe(wireSource),
  completion_event: maybe(wireSource),
});
type WireMetric = v.InferOutput<typeof wireMetric>;

/** A metric as it came: what it is made of is read from it and never sent back changed. */
export const wireDefinition = v.record(v.string(), v.unknown());

/** A shared metric in its role in an experiment. */
export const wireSavedMetric = v.object({
  name: maybeText,
  metadata: maybe(v.object({ type: maybeText })),
  query: wireDefinition,
});

export function toMetric(definition: MetricDefinition, sharedName?: string): Metric {
  const metric = v.parse(wireMetric, definition);
  return {
    uuid: metric.uuid,
    name: sharedName || metric.name || describe(metric),
    type: metricType(metric),
    goal: metric.goal === 'decrease' ? 'decrease' : 'increase',
    fingerprint: metric.fingerprint,
    definition,
  };
}

/** The two legacy kinds have a result form of their own and no daily series (posthog-js "ExperimentTrendsQuery"). */
export function isLegacyMetric({ kind }: { readonly kind?: unknown }): boolean {
  return kind === 'ExperimentTrendsQuery' || kind === 'ExperimentFunnelsQuery';
}

function metricType(metric: WireMetric): MetricType {
  if (isLegacyMetric(metric)) return 'legacy';
  switch (metric.metric_type) {
    case 'mean':
    case 'funnel':
    case 'ratio':
    case 'retention':
      return metric.metric_type;
    // What January 2025 servers called a mean.
    case 'count':
      return 'mean';
    default:
      return 'other';
  }
}

/** What an unnamed metric measures, from its events. */
function describe(metric: WireMetric): string {
  const source = metric.source ?? metric.metric_config;
  if (source) return label(source);
  if (metric.numerator && metric.denominator)
    return `${label(metric.numerator)} / ${label(metric.denominator)}`;
  if (metric.completion_event) return `${label(metric.completion_event)} (retention)`;
  const steps = readRows(wireSource, metric.series).rows;
  return steps.length > 0 ? steps.map(label).join(' → ') : 'Unnamed metric';
}

function label(source: WireSource): string {
  if (source.name) return source.name;
  if (source.kind === 'ActionsNode') return `action ${source.id ?? ''}`.trim();
  return source.event ?? source.table_name ?? 'all events';
}
