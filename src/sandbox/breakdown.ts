import type { Visitor } from './population';
import { isList, type JsonObject, objectIn } from './json';

/** The values of whatever property a metric is broken down by, and which share of visitors has each. */
const groups = [
  { value: 'Desktop', share: 0.52 },
  { value: 'Mobile', share: 0.4 },
  // Visitors without the property.
  { value: null, share: 0.08 },
] as const;

/** In which of the groups a visitor is. Decided by when they came, so that it changes nobody's luck. */
export function groupOf({ day, moment }: Visitor): number {
  const spread = (moment * 997 + day * 0.618) % 1;
  let below = 0;
  const group = groups.findIndex(({ share }) => spread < (below += share));
  return group < 0 ? groups.length - 1 : group;
}

/**
 * One value for each property the metric is broken down by, for every group; empty where it is not. The sandbox knows
 * one property: of the others nobody has a value.
 */
export function breakdownValues(metric: JsonObject): readonly (readonly (string | null)[])[] {
  const properties = objectIn(metric, 'breakdownFilter')?.['breakdowns'];
  if (!isList(properties) || properties.length === 0) return [];
  return groups.map(({ value }) => properties.map((_, place) => (place === 0 ? value : null)));
}
