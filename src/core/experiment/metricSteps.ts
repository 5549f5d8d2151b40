import type { Metric } from '../model/metric';
import type { MetricResult } from '../model/metricResult';

/** Names of the steps that a funnel counts, in its order; exposure is not among them. Untrusted text. */
export function metricSteps({ definition }: Metric, { baseline }: MetricResult): readonly string[] {
  const series = Array.isArray(definition['series']) ? (definition['series'] as readonly unknown[]) : [];
  return baseline.stepCounts.map((_, index) => nameOf(series[index]) ?? `Step ${index + 1}`);
}

function nameOf(step: unknown): string | undefined {
  if (typeof step !== 'object' || step === null) return undefined;
  const { name, event, id } = step as Readonly<Record<string, unknown>>;
  if (typeof name === 'string' && name !== '') return name;
  if (typeof event === 'string') return event;
  return typeof id === 'number' ? `action ${id}` : undefined;
}
