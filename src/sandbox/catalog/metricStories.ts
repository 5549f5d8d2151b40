import type { Behaviour } from '../behaviour';
import type { JsonObject } from '../json';
import type { MetricStory } from './story';

type Goal = 'increase' | 'decrease';

/** Share of visitors who come through all steps; `shares` from exposure to the last. */
export function funnel(
  name: string,
  events: readonly string[],
  shares: readonly number[],
  lifts: readonly number[],
  more: JsonObject = {},
): MetricStory {
  return {
    definition: metric('funnel', name, 'increase', { series: events.map((name_) => event(name_)), ...more }),
    behaviour: { kind: 'funnel', stepShares: shares, lifts },
  };
}

/** Average number of events per visitor. */
export function count(
  name: string,
  eventName: string,
  perVisitor: number,
  lifts: readonly number[],
  goal: Goal = 'increase',
): MetricStory {
  return {
    definition: metric('mean', name, goal, { source: event(eventName, { math: 'total' }) }),
    behaviour: { kind: 'events', perVisitor, lifted: 'number', lifts },
  };
}

/** What visitors spend on average, orders or not. */
export function spend(
  name: string,
  perVisitor: number,
  averageAmount: number,
  lifts: readonly number[],
): MetricStory {
  return {
    definition: metric('mean', name, 'increase', { source: orderTotal }),
    behaviour: { kind: 'events', perVisitor, averageAmount, lifted: 'number', lifts },
  };
}

/** What an order is worth on average. */
export function orderValue(
  name: string,
  perVisitor: number,
  averageAmount: number,
  lifts: readonly number[],
): MetricStory {
  const behaviour: Behaviour = { kind: 'events', perVisitor, averageAmount, lifted: 'amount', lifts };
  return {
    definition: metric('ratio', name, 'increase', {
      numerator: orderTotal,
      denominator: event('order completed'),
    }),
    behaviour,
  };
}

/**
 * Whether visitors come back within a week. PostHog computes these on demand only, never by day.
 * @param shares of visitors who take the first step, and of those who come back
 */
export function retention(
  name: string,
  startEvent: string,
  returnEvent: string,
  [startShare, returnShare]: readonly [start: number, back: number],
  lifts: readonly number[],
): MetricStory {
  return {
    definition: metric('retention', name, 'increase', {
      start_event: event(startEvent),
      completion_event: event(returnEvent),
      retention_window_start: 1,
      retention_window_end: 7,
      retention_window_unit: 'day',
      start_handling: 'first_seen',
    }),
    behaviour: { kind: 'retention', startShare, returnShare, lifts },
  };
}

/** The same metric, of which no computation succeeds. */
export function failing(story: MetricStory, detail: string, code = 'invalid_input'): MetricStory {
  return { ...story, failure: { detail, code } };
}

/** A metric of the retired engine: read only. */
export function legacyTrend(name: string, eventName: string): MetricStory {
  return {
    definition: {
      kind: 'ExperimentTrendsQuery',
      name,
      count_query: { kind: 'TrendsQuery', series: [event(eventName)] },
    },
  };
}

/** The same for a path. */
export function legacyFunnel(name: string, events: readonly string[]): MetricStory {
  return {
    definition: {
      kind: 'ExperimentFunnelsQuery',
      name,
      funnels_query: { kind: 'FunnelsQuery', series: events.map((eventName) => event(eventName)) },
    },
  };
}

const orderTotal = event('order completed', { math: 'sum', math_property: 'total' });

function metric(type: string, name: string, goal: Goal, definition: JsonObject): JsonObject {
  return { kind: 'ExperimentMetric', metric_type: type, name, goal, ...definition };
}

function event(name: string, more: JsonObject = {}): JsonObject {
  return { kind: 'EventsNode', event: name, name, ...more };
}
