import type { ExperimentDetail } from '../model/experiment';
import type { Metric } from '../model/metric';

type WithMetrics = Pick<ExperimentDetail, 'primaryMetrics' | 'secondaryMetrics'>;

export interface MetricInRole {
  readonly metric: Metric;
  readonly role: 'primary' | 'secondary';
}

/** Primary metrics first, each kind in the order PostHog shows them. */
export function metricsInRole({ primaryMetrics, secondaryMetrics }: WithMetrics): readonly MetricInRole[] {
  return [
    ...primaryMetrics.map((metric) => ({ metric, role: 'primary' as const })),
    ...secondaryMetrics.map((metric) => ({ metric, role: 'secondary' as const })),
  ];
}

/** The same metrics, whatever their role. */
export function allMetrics({ primaryMetrics, secondaryMetrics }: WithMetrics): readonly Metric[] {
  return [...primaryMetrics, ...secondaryMetrics];
}
