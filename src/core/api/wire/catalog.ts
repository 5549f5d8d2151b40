import * as v from 'valibot';
import type { EventNames, Holdout, SavedMetric } from '../../model/catalog';
import { toMetric, wireDefinition } from './metric';
import type { wirePage } from './page';
import { maybeList, maybeNumber, maybeText, readRows } from './tolerant';

const wireEvent = v.object({ name: v.string() });

export function toEventNames({ results, count }: v.InferOutput<typeof wirePage>): EventNames {
  return { names: readRows(wireEvent, results).rows.map(({ name }) => name), count: count ?? results.length };
}

/** An item of `GET experiment_saved_metrics`. */
export const wireListedMetric = v.object({
  id: v.number(),
  name: maybeText,
  description: maybeText,
  query: wireDefinition,
});

export function toSavedMetric(wire: v.InferOutput<typeof wireListedMetric>): SavedMetric {
  return {
    id: wire.id,
    description: wire.description || undefined,
    metric: toMetric(wire.query, wire.name),
  };
}

/** An item of `GET experiment_holdouts`; the percentage of its filter is the share that is left out. */
export const wireHoldout = v.object({
  id: v.number(),
  name: maybeText,
  description: maybeText,
  filters: maybeList,
});

const wireHoldoutFilter = v.object({ rollout_percentage: maybeNumber });

export function toHoldout(wire: v.InferOutput<typeof wireHoldout>): Holdout {
  const [filter] = readRows(wireHoldoutFilter, wire.filters).rows;
  return {
    id: wire.id,
    name: wire.name ?? `Holdout ${wire.id}`,
    description: wire.description || undefined,
    excludedPercent: filter?.rollout_percentage,
  };
}
