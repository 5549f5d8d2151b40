import type { Era } from './era';
import type { ExperimentInput } from './experimentInput';
import { readExposureCriteria } from './exposureCriteria';
import { type FlagConfig, ownParameters } from './flagConfig';
import type { Json, JsonObject } from './json';
import type { ExperimentRow } from './project';
import { readRunningTime } from './validation';

/**
 * The fields of a row that a body sets by itself, without metrics and orderings.
 * @param config what the body says of the flag: where `parameters` is a copy of that, it is stored mended
 * @throws ApiRefusal 400
 */
export function fieldsOf(input: ExperimentInput, config: FlagConfig, era: Era): Partial<ExperimentRow> {
  const { start_date: start, end_date: end, type, tags, deleted, parameters } = input;
  const { exposure_criteria: criteria, running_time_calculation: runningTime, holdout_id: holdout } = input;
  return {
    ...Object.fromEntries(
      storedAsSent.flatMap((name) => (name in input ? [[name, input[name]] as const] : [])),
    ),
    ...(start === undefined ? {} : { start_date: start }),
    ...(end === undefined ? {} : { end_date: end }),
    ...(type ? { type } : {}),
    ...(holdout === undefined ? {} : { holdout_id: holdout }),
    ...(criteria === undefined ? {} : { exposure_criteria: readExposureCriteria(criteria, era) }),
    ...(runningTime === undefined ? {} : { running_time_calculation: readRunningTime(runningTime) }),
    ...(parameters === undefined ? {} : { parameters: storedParameters(parameters, config, era) }),
    ...(tags === undefined ? {} : { tags: [...new Set(tags.map((tag) => tag.toLowerCase()))] }),
    ...(deleted === undefined ? {} : { deleted: deleted ?? false }),
  };
}

const storedAsSent = [
  'name',
  'description',
  'filters',
  'archived',
  'stats_config',
  'scheduling_config',
  'conclusion',
  'conclusion_comment',
  'only_count_matured_users',
  'excluded_variants',
] as const satisfies readonly (keyof ExperimentInput)[];

/** Replaced, never merged; with all that was sent where the flag is not the source. */
function storedParameters(parameters: JsonObject | null, { variants }: FlagConfig, era: Era): JsonObject {
  if (era.readsFlagConfig) return ownParameters(parameters);
  const stored = parameters ?? {};
  if (!variants) return stored;
  return { ...stored, feature_flag_variants: variants.map((variant): Json => ({ ...variant })) };
}
