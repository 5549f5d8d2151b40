import type { Metric } from '../model/metric';

export interface MetricEvents {
  /** Names as PostHog counts them; a metric of all events names none. */
  readonly events: readonly string[];
  readonly actionIds: readonly number[];
}

/**
 * The events and actions a metric counts, of every type and server generation: nodes of events and actions are found
 * wherever they stand in its definition. Who counts as exposed is not part of the metric.
 */
export function metricEvents({ definition }: Pick<Metric, 'definition'>): MetricEvents {
  const events = new Set<string>();
  const actionIds = new Set<number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const { kind, event, id, exposure_query: _, ...parts } = value as Record<string, unknown>;
    if (typeof event === 'string') events.add(event);
    if (kind === 'ActionsNode' && typeof id === 'number') actionIds.add(id);
    Object.values(parts).forEach(visit);
  };
  visit(definition);
  return { events: [...events], actionIds: [...actionIds] };
}
