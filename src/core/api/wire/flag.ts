import * as v from 'valibot';
import type { FeatureFlag, Variant } from '../../model/featureFlag';
import { maybe, maybeBoolean, maybeList, maybeNumber, maybeRecord, maybeText, readRows } from './tolerant';

const wireVariant = v.object({
  key: v.string(),
  name: maybeText,
  rollout_percentage: maybeNumber,
  split_percent: maybeNumber,
});

export const wireGroup = v.object({
  properties: maybeList,
  rollout_percentage: maybeNumber,
  variant: maybeText,
  exposure_frozen: maybeBoolean,
});

export const wireFlag = v.object({
  id: v.number(),
  key: v.string(),
  active: maybeBoolean,
  deleted: maybeBoolean,
  filters: maybe(
    v.object({
      groups: maybeList,
      multivariate: maybe(v.object({ variants: maybeList })),
      payloads: maybeRecord,
      aggregation_group_type_index: maybeNumber,
    }),
  ),
});
export type WireFlag = v.InferOutput<typeof wireFlag>;

export function toVariants(values: readonly unknown[]): Variant[] {
  return readRows(wireVariant, values).rows.map((variant) => ({
    key: variant.key,
    name: variant.name === '' ? undefined : variant.name,
    rolloutPercent: variant.split_percent ?? variant.rollout_percentage,
  }));
}

export function toFlag(flag: WireFlag): FeatureFlag {
  const groups = readRows(wireGroup, flag.filters?.groups ?? []).rows;
  const payloads = Object.entries(flag.filters?.payloads ?? {}).filter(isText);
  return {
    id: flag.id,
    key: flag.key,
    active: flag.active ?? false,
    deleted: flag.deleted ?? false,
    groupTypeIndex: flag.filters?.aggregation_group_type_index,
    // A group without a percentage serves everyone it matches.
    servesSomeone: groups.length === 0 || groups.some((group) => group.rollout_percentage !== 0),
    releaseConditions: groups.map((group) => ({
      rolloutPercent: group.rollout_percentage,
      isCatchAll: group.properties.length === 0,
      forcedVariant: group.variant || undefined,
    })),
    ...(payloads.length > 0 && { payloads: Object.fromEntries(payloads) }),
  };
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

/** True when every release condition is frozen: no new users enter (newer servers). */
export function isExposureFrozen(flag: WireFlag): boolean {
  const groups = readRows(wireGroup, flag.filters?.groups ?? []).rows;
  return groups.length > 0 && groups.every((group) => group.exposure_frozen === true);
}
