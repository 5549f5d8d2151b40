import { noteActivity } from '../activity';
import { switchFlag } from '../changeExperiment';
import { required } from '../errors';
import { readExperimentInput } from '../experimentInput';
import { readFlagConfig } from '../flagConfig';
import { holdOut } from '../holdout';
import { fieldsOf } from '../inputFields';
import { textIn } from '../json';
import { readMetrics } from '../metricInput';
import { linkFlag, newRow, store } from '../newExperiment';
import { settledOrdering, uuidsOnSide } from '../ordering';
import { baselineKey, type ExperimentRow, type Project, sharedMetrics } from '../project';
import { type Answer, created, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import {
  checkDates,
  checkExcluded,
  checkFilters,
  checkHoldout,
  checkStatsConfig,
  readSavedMetrics,
} from '../validation';

/** `POST experiments/`. A start date launches in one go. */
export async function createExperiment(call: ProjectCall): Promise<Answer> {
  const { world, project, body } = call;
  const { era } = project;
  const input = readExperimentInput(body, era);
  const { name, feature_flag_key: flagKey } = input;
  if (name === undefined) throw required('name');
  if (flagKey === undefined) throw required('feature_flag_key');
  checkDates(input);
  checkFilters(input.filters);
  checkHoldout(input.holdout_id, project);
  const config = readFlagConfig(input, era);
  const fields = fieldsOf(input, config, era);
  const saved = readSavedMetrics(input.saved_metrics_ids ?? null, [], project, world.now());
  const context = {
    world,
    project,
    allowUnknownEvents: input.allow_unknown_events ?? false,
    takenUuids: new Set(sharedMetrics(project, saved).flatMap((metric) => textIn(metric, 'uuid') ?? [])),
  };
  const metrics = readMetrics(input.metrics ?? null, 'metrics', context);
  const secondary = readMetrics(input.metrics_secondary ?? null, 'metrics_secondary', context);
  const flag = linkFlag(call, flagKey, name, config);
  checkStatsConfig(input.stats_config, flag, era);
  const row: ExperimentRow = {
    ...newRow(call, name, flag),
    ...fields,
    stats_config: { ...input.stats_config, method: textIn(input.stats_config, 'method') ?? 'bayesian' },
    exposure_criteria: { filterTestAccounts: true, ...fields.exposure_criteria },
    metrics,
    metrics_secondary: secondary,
    saved,
  };
  if (row.excluded_variants) checkExcluded(row.excluded_variants, flag, baselineKey(row));
  Object.assign(row, {
    primary_metrics_ordered_uuids: newOrdering('primary', input.primary_metrics_ordered_uuids, row, project),
    secondary_metrics_ordered_uuids: newOrdering(
      'secondary',
      input.secondary_metrics_ordered_uuids,
      row,
      project,
    ),
  });
  store(call, row);
  if (row.holdout_id !== null) holdOut(project, flag, row.holdout_id);
  if (row.start_date !== null) switchFlag(call, row, true);
  noteActivity(call, { scope: 'Experiment', itemId: row.id, activity: 'created', name, changes: [] });
  return created(await fullExperiment(row, call));
}

function newOrdering(
  side: 'primary' | 'secondary',
  sent: readonly string[] | null | undefined,
  row: ExperimentRow,
  project: Project,
): readonly string[] | null {
  const metrics = side === 'primary' ? row.metrics : row.metrics_secondary;
  const after = uuidsOnSide(side, metrics, row.saved, project);
  return settledOrdering({ side, before: [], after, sent, current: null }, project.era);
}
