import type { Capability, Era } from './era';
import {
  type FieldReader,
  choice,
  flag,
  integer,
  list,
  nullable,
  object,
  readFields,
  text,
  time,
} from './fields';
import type { Json, JsonObject } from './json';

/** Checked where more is known than the field. */
const any: FieldReader<Json> = (value) => value;

export const conclusions = choice('won', 'lost', 'inconclusive', 'stopped_early', 'invalid');
const comment = text({ blank: true });
const shortComment = text({ maxLength: 4000, blank: true });

/** Every field of an experiment that a body may set. */
const readers = {
  name: text({ maxLength: 400 }),
  description: nullable(text({ maxLength: 3000, blank: true })),
  start_date: nullable(time),
  end_date: nullable(time),
  feature_flag_key: text(),
  feature_flag: nullable(object),
  holdout_id: nullable(integer),
  parameters: nullable(object),
  running_time_calculation: any,
  excluded_variants: nullable(list(text())),
  saved_metrics_ids: any,
  filters: object,
  archived: flag,
  deleted: nullable(flag),
  type: nullable(choice('web', 'product')),
  exposure_criteria: any,
  metrics: any,
  metrics_secondary: any,
  secondary_metrics: any,
  stats_config: nullable(object),
  scheduling_config: nullable(object),
  conclusion: nullable(conclusions),
  conclusion_comment: nullable(comment),
  primary_metrics_ordered_uuids: nullable(list(text())),
  secondary_metrics_ordered_uuids: nullable(list(text())),
  only_count_matured_users: flag,
  tags: list(text()),
  allow_unknown_events: flag,
  update_feature_flag_params: flag,
  version: integer,
  original_experiment: nullable(object),
  _create_in_folder: text({ blank: true }),
};

type Fields = { [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]> };
export type ExperimentInput = Readonly<Partial<Fields>>;

/** What a server must have to take notice of a field. */
const fieldsSince: Partial<Record<keyof Fields, Capability>> = {
  scheduling_config: 'hasStatus',
  only_count_matured_users: 'hasStatus',
  allow_unknown_events: 'checksBodies',
  update_feature_flag_params: 'updatesFlagWhenTold',
  running_time_calculation: 'hasExcludedVariants',
  excluded_variants: 'hasExcludedVariants',
  feature_flag: 'hasFlagInput',
  tags: 'hasTags',
  version: 'hasVersions',
  original_experiment: 'hasVersions',
};

/**
 * The writable fields of a body; everything else in it is ignored, as the server does.
 * @throws ApiRefusal 400 for the first field at fault
 */
export function readExperimentInput(body: JsonObject, era: Era): ExperimentInput {
  const known = Object.fromEntries(
    Object.entries(body).filter(([name]) => {
      const since = fieldsSince[name as keyof Fields];
      return since === undefined || era[since];
    }),
  );
  return readFields<Fields>({ ...readers, conclusion_comment: commentReader(era) }, known);
}

export function commentReader(era: Era): FieldReader<string | null> {
  return nullable(era.hasFlagInput ? shortComment : comment);
}
