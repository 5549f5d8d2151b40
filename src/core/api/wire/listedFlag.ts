import * as v from 'valibot';
import type { FlagPage, ListedFlag, WholeFlag } from '../../model/featureFlag';
import { toVariants, wireGroup } from './flag';
import type { wirePage } from './page';
import { toPerson, wirePerson } from './person';
import {
  maybe,
  maybeBoolean,
  maybeList,
  maybeRecord,
  maybeText,
  maybeTextList,
  maybeTime,
  readRows,
} from './tolerant';

/** A flag of `GET feature_flags` and `GET eligible_feature_flags`. */
export const wireListedFlag = v.object({
  id: v.number(),
  key: v.string(),
  name: maybeText,
  active: maybeBoolean,
  deleted: maybeBoolean,
  filters: maybe(
    v.object({
      groups: maybeList,
      multivariate: maybe(v.object({ variants: maybeList })),
      payloads: maybeRecord,
    }),
  ),
  has_encrypted_payloads: maybeBoolean,
  created_by: wirePerson,
  created_at: maybeTime,
  updated_at: maybeTime,
  tags: maybeTextList,
  experiment_set: maybeList,
  evaluation_runtime: maybeText,
  evaluation_contexts: maybeList,
});
type WireListedFlag = v.InferOutput<typeof wireListedFlag>;

/** The same with its filters as they came, too. */
export const wireWholeFlag = v.pipe(
  v.looseObject({ id: v.number(), key: v.string(), filters: maybeRecord }),
  v.transform((whole) => ({ flag: v.parse(wireListedFlag, whole), filters: whole.filters ?? {} })),
);

export function toListedFlag(wire: WireListedFlag): ListedFlag {
  const owner = toPerson(wire.created_by);
  return {
    id: wire.id,
    key: wire.key,
    name: wire.name ?? '',
    active: wire.active ?? false,
    variants: variantsOf(wire),
    payloads: wire.has_encrypted_payloads ? undefined : textsOf(wire.filters?.payloads ?? {}),
    ownerName: owner?.name,
    ownerId: owner?.id,
    tags: wire.tags,
    experimentIds: wire.experiment_set.filter((id) => typeof id === 'number'),
    createdMs: wire.created_at,
    updatedMs: wire.updated_at,
    evaluationRuntime: wire.evaluation_runtime || undefined,
    rolloutPercent: widest(readRows(wireGroup, wire.filters?.groups ?? []).rows),
  };
}

export function toWholeFlag({ flag, filters }: v.InferOutput<typeof wireWholeFlag>): WholeFlag {
  return { ...toListedFlag(flag), filters };
}

/** The page without the rows that are not wanted, which are no unreadable ones. */
export function toFlagPage(
  { results, count }: v.InferOutput<typeof wirePage>,
  {
    offset,
    source,
    isWanted,
  }: {
    readonly offset: number;
    readonly source: FlagPage['source'];
    readonly isWanted: (flag: WireListedFlag) => boolean;
  },
): FlagPage {
  const { rows, dropped } = readRows(wireListedFlag, results);
  const end = offset + results.length;
  const total = count ?? end;
  return {
    flags: rows.filter(isWanted).map(toListedFlag),
    count: total,
    offset,
    nextOffset: results.length > 0 && end < total ? end : undefined,
    unreadable: dropped,
    source,
  };
}

/** PostHog's own rule: at least two variants, `control` the first (experiment_service.get_eligible_feature_flags). */
export function canCarryExperiment(flag: WireListedFlag): boolean {
  const [first, second] = variantsOf(flag);
  return flag.deleted !== true && first?.key === 'control' && second !== undefined;
}

function variantsOf(wire: WireListedFlag) {
  return toVariants(wire.filters?.multivariate?.variants ?? []);
}

/** Payloads are texts; what is none is of no use. */
function textsOf(payloads: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts = Object.entries(payloads).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function widest(groups: readonly v.InferOutput<typeof wireGroup>[]): number | undefined {
  if (groups.length === 0) return undefined;
  return Math.max(...groups.map((group) => group.rollout_percentage ?? 100));
}
