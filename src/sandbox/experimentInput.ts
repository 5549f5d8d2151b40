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

const any: FieldReader<Json> = (value) => value;

/** Every field of an experiment that a body may set. Metric lists are checked where events are known. */
const readers = {
  name: text({ maxLength: 400 }),
  description: nullable(text({ maxLength: 3000, blank: true })),
  start_date: nullable(time),
  end_date: nullable(time),
  feature_flag_key: text(),
  feature_flag: nullable(object),
  holdout_id: nullable(integer),
  parameters: nullable(object),
  running_time_calculation: nullable(object),
  excluded_variants: nullable(list(text())),
  saved_metrics_ids: nullable(any),
  filters: object,
  archived: flag,
  deleted: nullable(flag),
  type: nullable(choice('web', 'product')),
  exposure_criteria: nullable(object),
  metrics: any,
  metrics_secondary: any,
  secondary_metrics: any,
  stats_config: nullable(object),
  scheduling_config: nullable(object),
  conclusion: nullable(choice('won', 'lost', 'inconclusive', 'stopped_early', 'invalid')),
  conclusion_comment: nullable(text({ maxLength: 4000, blank: true })),
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

/**
 * The writable fields of a body; everything else in it is ignored, as the server does.
 * @throws ApiRefusal 400 for the first field at fault
 */
export function readExperimentInput(body: JsonObject): ExperimentInput {
  return readFields<Fields>(readers, body);
}
