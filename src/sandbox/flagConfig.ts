import { invalid } from './errors';
import type { Era } from './era';
import type { ExperimentInput } from './experimentInput';
import { flag as readFlag, integer } from './fields';
import { defaultVariants, everyone, type FlagRow, rolloutPercent, type VariantRow } from './flagRow';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, objectIn } from './json';
import { percent, readVariants } from './variantInput';

/** Configuration of the flag as a body gives it: in `parameters` (any generation) or `feature_flag` (newest). */
export interface FlagConfig {
  readonly variants?: readonly VariantRow[];
  readonly rollout_percentage?: number;
  readonly payloads?: JsonObject;
  readonly ensure_experience_continuity?: boolean;
  readonly aggregation_group_type_index?: number | null;
}

const flagParameterNames = [
  'feature_flag_variants',
  'rollout_percentage',
  'aggregation_group_type_index',
  'feature_flag_payloads',
  'ensure_experience_continuity',
];
const unsupported = 'Unsupported key for the experiment feature_flag input.';

/** What of `parameters` is the experiment's own. */
export function ownParameters(parameters: JsonObject | null): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).filter(([key]) => !flagParameterNames.includes(key)),
  );
}

/** A flag's configuration as `parameters` shows it. */
export function flagParameters(flag: FlagRow): JsonObject {
  return {
    feature_flag_variants: flag.variants.map((variant): JsonObject => ({ ...variant })),
    rollout_percentage: rolloutPercent(flag),
    ...(flag.aggregation_group_type_index === null
      ? {}
      : { aggregation_group_type_index: flag.aggregation_group_type_index }),
    ...(Object.keys(flag.payloads).length === 0 ? {} : { feature_flag_payloads: flag.payloads }),
    ...(flag.ensure_experience_continuity ? { ensure_experience_continuity: true } : {}),
  };
}

/** Whether a body configures the flag through `feature_flag`: an echo of an answer, known by its id, does not. */
export function hasFlagObject({ feature_flag: body }: ExperimentInput): boolean {
  if (!body || numberIn(body, 'id') !== undefined) return false;
  return body['filters'] !== undefined || body['ensure_experience_continuity'] !== undefined;
}

/** @throws ApiRefusal 400 */
export function readFlagConfig(input: ExperimentInput, era: Era): FlagConfig {
  const parameters = input.parameters ?? {};
  const rollout = parameters['rollout_percentage'] ?? undefined;
  const continuity = parameters['ensure_experience_continuity'] ?? undefined;
  const payloads = objectIn(parameters, 'feature_flag_payloads');
  const group = parameters['aggregation_group_type_index'];
  return {
    ...variantsIn(parameters['feature_flag_variants'], era),
    ...(rollout === undefined ? {} : { rollout_percentage: percent(rollout) }),
    ...(payloads ? { payloads } : {}),
    ...(continuity === undefined
      ? {}
      : { ensure_experience_continuity: readFlag(continuity, 'parameters__ensure_experience_continuity') }),
    ...(group === undefined
      ? {}
      : { aggregation_group_type_index: group === null ? null : integer(group, 'parameters') }),
    ...(hasFlagObject(input) ? readFlagObject(input.feature_flag ?? {}, era) : {}),
  };
}

function readFlagObject(body: JsonObject, era: Era): FlagConfig {
  refuseOthers(body, ['id', 'filters', 'ensure_experience_continuity'], []);
  const filters = objectIn(body, 'filters');
  const multivariate = objectIn(filters, 'multivariate');
  refuseOthers(filters, ['groups', 'multivariate', 'payloads', 'aggregation_group_type_index'], ['filters']);
  refuseOthers(multivariate, ['variants'], ['filters', 'multivariate']);
  const group = onlyGroup(filters?.['groups']);
  const rollout = group?.['rollout_percentage'] ?? undefined;
  const payloads = objectIn(filters, 'payloads');
  const continuity = body['ensure_experience_continuity'];
  const aggregation = filters?.['aggregation_group_type_index'];
  return {
    ...variantsIn(multivariate?.['variants'], era),
    ...(rollout === undefined ? {} : { rollout_percentage: percent(rollout) }),
    ...(payloads ? { payloads } : {}),
    ...(typeof continuity === 'boolean' ? { ensure_experience_continuity: continuity } : {}),
    ...(aggregation === undefined
      ? {}
      : { aggregation_group_type_index: aggregation === null ? null : integer(aggregation, 'filters') }),
  };
}

/** Half an object applied would be a flag nobody asked for. */
function refuseOthers(body: JsonObject | undefined, known: readonly string[], path: readonly string[]): void {
  const [stranger] = Object.keys(body ?? {})
    .filter((key) => !known.includes(key))
    .toSorted();
  if (stranger !== undefined) throw invalid(unsupported, [...path, stranger].join('__'));
}

/** Targeting is edited on the flag: an experiment says one rollout. */
function onlyGroup(groups: Json | undefined): JsonObject | undefined {
  const [group, ...more] = isList(groups) ? groups.filter(isObject) : [];
  const attr = 'filters__groups';
  if (more.length > 0) throw invalid('Ensure this field has no more than 1 elements.', attr, 'max_length');
  refuseOthers(group, ['properties', 'rollout_percentage'], ['filters', 'groups']);
  const conditions = group?.['properties'];
  if (isList(conditions) && conditions.length > 0) {
    throw invalid('Ensure this field has no more than 0 elements.', `${attr}__properties`, 'max_length');
  }
  return group;
}

function variantsIn(value: Json | undefined, era: Era): Pick<FlagConfig, 'variants'> {
  return isList(value) && value.length > 0 ? { variants: readVariants(value, era) } : {};
}

/**
 * What a body does to the flag of servers that know no merging: variants that are not sent are those every flag
 * begins with, and what it is aggregated by is persons.
 */
export function replacingConfig(config: FlagConfig): FlagConfig {
  const { variants, aggregation_group_type_index: group = null, rollout_percentage: rollout } = config;
  return {
    variants: variants ?? defaultVariants,
    aggregation_group_type_index: group,
    ...(rollout === undefined ? {} : { rollout_percentage: rollout }),
  };
}

/** What of a configuration differs from the flag as it is. A variant sent without a name keeps the one it has. */
export function changesTo(flag: FlagRow, config: FlagConfig): FlagConfig {
  const names = new Map(flag.variants.map((variant) => [variant.key, variant.name]));
  const variants = config.variants?.map(({ key, name = names.get(key), rollout_percentage }) => ({
    key,
    ...(name === undefined ? {} : { name }),
    rollout_percentage,
  }));
  const current = new Map<string, unknown>([
    ...Object.entries(flag),
    ['rollout_percentage', rolloutPercent(flag)],
  ]);
  const wanted = { ...config, ...(variants ? { variants } : {}) };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(current.get(key)),
    ),
  );
}

/** @returns whether that changed anything */
export function applyFlagConfig(flag: FlagRow, changes: FlagConfig): boolean {
  if (Object.keys(changes).length === 0) return false;
  const { rollout_percentage: rollout, ...fields } = changes;
  Object.assign(flag, fields);
  if (rollout !== undefined) {
    const [first = everyone, ...others] = flag.groups;
    flag.groups = [{ ...first, rollout_percentage: rollout }, ...others];
  }
  flag.version++;
  return true;
}
