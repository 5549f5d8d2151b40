import { invalid } from './errors';
import type { ExperimentInput } from './experimentInput';
import { flag as readFlag, integer } from './fields';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, objectIn, textIn } from './json';
import { everyone, type FlagRow, rolloutPercent, type VariantRow } from './flagRow';

/** Configuration of the flag as a body gives it: in `parameters` (any generation) or `feature_flag` (newest). */
export interface FlagConfig {
  readonly variants?: readonly VariantRow[];
  readonly rollout_percentage?: number;
  readonly payloads?: JsonObject;
  readonly ensure_experience_continuity?: boolean;
  readonly aggregation_group_type_index?: number | null;
}

const flagParameters = [
  'feature_flag_variants',
  'rollout_percentage',
  'aggregation_group_type_index',
  'feature_flag_payloads',
  'ensure_experience_continuity',
];
const flagKeys = new Set(['id', 'key', 'filters', 'ensure_experience_continuity']);

/** What of `parameters` is the experiment's own. */
export function ownParameters(parameters: JsonObject | null): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).filter(([key]) => !flagParameters.includes(key)),
  );
}

/** @throws ApiRefusal 400 in the order of the server's own checks */
export function readFlagConfig(input: ExperimentInput): FlagConfig {
  const parameters = input.parameters ?? {};
  const fromFlag = input.feature_flag ? readFlagObject(input.feature_flag) : {};
  const rollout = parameters['rollout_percentage'] ?? undefined;
  const continuity = parameters['ensure_experience_continuity'] ?? undefined;
  const payloads = objectIn(parameters, 'feature_flag_payloads');
  const group = parameters['aggregation_group_type_index'];
  return {
    ...variantsIn(parameters['feature_flag_variants']),
    ...(rollout === undefined ? {} : { rollout_percentage: percent(rollout) }),
    ...(payloads ? { payloads } : {}),
    ...(continuity === undefined
      ? {}
      : { ensure_experience_continuity: readFlag(continuity, 'parameters__ensure_experience_continuity') }),
    ...(group === undefined
      ? {}
      : { aggregation_group_type_index: group === null ? null : integer(group, 'parameters') }),
    ...fromFlag,
  };
}

/** An echo of an answer (it carries an id) is no configuration, nor is one without the two keys that are. */
function readFlagObject(body: JsonObject): FlagConfig {
  const filters = objectIn(body, 'filters');
  const continuity = body['ensure_experience_continuity'];
  if (numberIn(body, 'id') !== undefined || (!filters && continuity === undefined)) return {};
  if (Object.keys(body).some((key) => !flagKeys.has(key))) {
    throw invalid('Unsupported key for the experiment feature_flag input.');
  }
  const groups = filters?.['groups'];
  const [group, ...more] = isList(groups) ? groups.filter(isObject) : [];
  const conditions = group?.['properties'];
  if (more.length > 0 || (isList(conditions) && conditions.length > 0)) {
    throw invalid(
      'An experiment has one release condition without properties. Edit targeting on the feature flag.',
      'feature_flag',
    );
  }
  const rollout = group?.['rollout_percentage'] ?? undefined;
  const payloads = objectIn(filters, 'payloads');
  return {
    ...variantsIn(objectIn(filters, 'multivariate')?.['variants']),
    ...(rollout === undefined ? {} : { rollout_percentage: percent(rollout) }),
    ...(payloads ? { payloads } : {}),
    ...(typeof continuity === 'boolean' ? { ensure_experience_continuity: continuity } : {}),
  };
}

function variantsIn(value: Json | undefined): Pick<FlagConfig, 'variants'> {
  if (!isList(value) || value.length === 0) return {};
  if (value.length < 2) {
    throw invalid('Feature flag must have at least 2 variants (a baseline and at least one test variant)');
  }
  if (value.length > 20) throw invalid('Feature flag variants must be less than 21');
  const variants = value.map(readVariant);
  const total = variants.reduce((sum, variant) => sum + variant.rollout_percentage, 0);
  if (total !== 100) {
    throw invalid('Invalid variant definitions: Variant rollout percentages must sum to 100.');
  }
  return { variants };
}

function readVariant(value: Json, index: number): VariantRow {
  if (!isObject(value)) throw invalid(`Feature flag variant at index ${index} must be an object`);
  const key = textIn(value, 'key');
  if (!key) throw invalid(`Feature flag variant at index ${index} must have a 'key' field`);
  const share = value['split_percent'] ?? value['rollout_percentage'] ?? undefined;
  if (share === undefined) {
    throw invalid(
      'Each variant must include split_percent (recommended) or rollout_percentage (deprecated).',
    );
  }
  const name = textIn(value, 'name');
  return {
    // What people write by hand; the server mends it too.
    key: key.toLowerCase() === 'control' ? 'control' : key,
    ...(name === undefined ? {} : { name }),
    rollout_percentage: percent(share),
  };
}

function percent(value: Json): number {
  const share = integer(value, 'rollout_percentage');
  if (share < 0) {
    throw invalid('Ensure this value is greater than or equal to 0.', 'rollout_percentage', 'min_value');
  }
  if (share > 100) {
    throw invalid('Ensure this value is less than or equal to 100.', 'rollout_percentage', 'max_value');
  }
  return share;
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

export function applyFlagConfig(flag: FlagRow, changes: FlagConfig): void {
  if (Object.keys(changes).length === 0) return;
  const { rollout_percentage: rollout, ...fields } = changes;
  Object.assign(flag, fields);
  if (rollout !== undefined) {
    const [first = everyone, ...others] = flag.groups;
    flag.groups = [{ ...first, rollout_percentage: rollout }, ...others];
  }
  flag.version++;
}
