import type { Behaviour } from './behaviour';
import type { SavedMetricRow } from './libraryRow';
import { people } from './people';

const sinceMs = Date.parse('2026-01-10T12:00:00Z');

/** What every project's experiments may share. What it does differs by experiment. */
export const sharedMetrics = {
  revenue: {
    id: 9,
    name: 'Revenue per visitor',
    description: null,
    query: {
      kind: 'ExperimentMetric',
      metric_type: 'mean',
      uuid: '8d0f4a6e-52c7-4b1d-9a35-6f2e1c7b0d94',
      goal: 'increase',
      source: { kind: 'EventsNode', event: 'order completed', math: 'sum', math_property: 'total' },
    },
    tags: [],
    created_by: people[0],
    created_at: sinceMs,
    updated_at: sinceMs,
  },
  tickets: {
    id: 12,
    name: 'Tickets per visitor',
    description: 'Guards every experiment: nothing may send more people to support.',
    query: {
      kind: 'ExperimentMetric',
      metric_type: 'mean',
      uuid: '4c61d1f0-7b0e-4f5c-8a0b-2f6f4f0f9d17',
      goal: 'decrease',
      source: { kind: 'EventsNode', event: 'support ticket opened', math: 'total' },
    },
    tags: ['guardrail'],
    created_by: people[2],
    created_at: sinceMs,
    updated_at: sinceMs,
  },
  unsafe: {
    id: 15,
    name: '<img src=x onerror=alert(7)> ](command:x) $& \u202Etxt',
    description: '<script>alert(8)</script>',
    query: {
      kind: 'ExperimentMetric',
      metric_type: 'funnel',
      uuid: 'b7d5e0c2-93a4-4c1e-b1f3-5d2a8e6c4f30',
      goal: 'increase',
      series: [{ kind: 'EventsNode', event: 'order completed' }],
    },
    tags: ['<b>x</b>'],
    created_by: people[3],
    created_at: sinceMs,
    updated_at: sinceMs,
  },
} as const satisfies Record<string, SavedMetricRow>;

export type SharedName = keyof typeof sharedMetrics;

export function sharedBehaviour(name: SharedName, lifts: readonly number[]): Behaviour {
  switch (name) {
    case 'revenue':
      return { kind: 'events', perVisitor: 0.14, averageAmount: 47, lifted: 'number', lifts };
    case 'tickets':
      return { kind: 'events', perVisitor: 0.1, lifted: 'number', lifts };
    case 'unsafe':
      return { kind: 'funnel', stepShares: [0.12], lifts };
  }
}
