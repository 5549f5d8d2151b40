import { experimentOf, refuseFlagChange } from '../access';
import { refuseUnapproved } from '../approval';
import { changeExperiment, switchFlag } from '../changeExperiment';
import { mergedWith } from '../conflict';
import type { Era } from '../era';
import { invalid } from '../errors';
import { type ExperimentInput, readExperimentInput } from '../experimentInput';
import {
  applyFlagConfig,
  changesTo,
  type FlagConfig,
  hasFlagObject,
  readFlagConfig,
  replacingConfig,
} from '../flagConfig';
import { holdOut } from '../holdout';
import { fieldsOf } from '../inputFields';
import { metricChanges } from '../metricChanges';
import { baselineKey, type ExperimentRow, isLegacy } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import { checkDates, checkExcluded, checkFilters, checkHoldout } from '../validation';
import { checkLaunch, checkStatsConfig } from '../validation';

/** `PATCH experiments/:id/`. Everything is checked before anything changes. */
export async function updateExperiment(call: ProjectCall): Promise<Answer> {
  const { project, body } = call;
  const { era } = project;
  const row = experimentOf(call, body['deleted'] === false);
  const input = mergedWith(row, readExperimentInput(body, era), era);
  checkDates(input);
  const config = readFlagConfig(input, era);
  const flagChanges = refuseUnmeant(row, input, config, era);
  refuseRestore(row, input);
  const launches = row.start_date === null && typeof input.start_date === 'number';
  if (launches && era.hasActions) checkLaunch(row.flag, era);
  refuseKeys(row, input, era);
  if (isLegacy(row)) {
    changeExperiment(call, row, fieldsOf(input, config, era));
    return ok(await fullExperiment(row, call));
  }
  checkFilters(input.filters);
  checkHoldout(input.holdout_id, project);
  refuseLaunchedChanges(row, input, config);
  const fields = fieldsOf(input, config, era);
  checkAgainstFlag(row, input, config, era);
  const changes = { ...fields, ...metricChanges(row, input, call) };
  if (launches) refuseFlagChange(call, row.flag);
  if (Object.keys(flagChanges).length > 0) {
    refuseFlagChange(call, row.flag);
    refuseUnapproved(call, row.flag);
  }

  const holdoutBefore = row.holdout_id;
  changeExperiment(call, row, changes);
  applyFlagConfig(row.flag, flagChanges);
  if (row.holdout_id !== holdoutBefore) holdOut(project, row.flag, row.holdout_id);
  if (launches) switchFlag(call, row, true);
  return ok(await fullExperiment(row, call));
}

/** The rest of the writable fields is accepted; those that are not writable are ignored as everywhere. */
function refuseKeys(row: ExperimentRow, input: ExperimentInput, era: Era): void {
  if (isLegacy(row)) {
    refuseLegacy(row, input);
    return;
  }
  const fixed = era.changesType ? (['_create_in_folder'] as const) : (['type', '_create_in_folder'] as const);
  const refused: string[] = fixed.filter((name) => input[name] !== undefined);
  // The server calls the flag's key by the name it has inside.
  if ((input.feature_flag_key ?? row.flag.key) !== row.flag.key) refused.push('get_feature_flag_key');
  if (refused.length > 0) throw invalid(`Can't update keys: ${refused.toSorted().join(', ')} on Experiment`);
}

/** Read on generations B to E, and nothing says that the newest is milder. */
function refuseLegacy(row: ExperimentRow, input: ExperimentInput): void {
  const fixed = Object.keys(input).filter((name) => !editableOnLegacy.has(name));
  if (fixed.length > 0) {
    throw invalid(
      'This experiment uses legacy metric formats and can only have its name, description, or end_date updated. ' +
        `Cannot update: ${fixed.toSorted().join(', ')}`,
    );
  }
  const { end_date: endMs } = input;
  if (typeof endMs === 'number' && row.start_date !== null && endMs <= row.start_date) {
    throw invalid('End date must be after start date');
  }
}

const editableOnLegacy = new Set([
  'name',
  'description',
  'end_date',
  'deleted',
  'feature_flag_key',
  'allow_unknown_events',
  'update_feature_flag_params',
  'version',
  'original_experiment',
]);

/**
 * What the body does to the flag. A draft passes its configuration on; later the sender has to say that this is
 * meant, or nothing comes of it: older servers say nothing of that.
 */
function refuseUnmeant(row: ExperimentRow, input: ExperimentInput, config: FlagConfig, era: Era): FlagConfig {
  const isMeant = row.start_date === null || (input.update_feature_flag_params ?? false);
  if (!era.hasFlagInput) {
    const isSent = Object.keys(input.parameters ?? {}).length > 0;
    return isMeant && isSent ? changesTo(row.flag, replacingConfig(config)) : {};
  }
  const changes = changesTo(row.flag, config);
  if (!isMeant && (hasFlagObject(input) || Object.keys(changes).length > 0)) {
    throw invalid(
      'This experiment is running. To change its flag config, send update_feature_flag_params=true ' +
        '(or edit the feature flag directly).',
      'feature_flag',
    );
  }
  return changes;
}

function refuseRestore(row: ExperimentRow, input: ExperimentInput): void {
  if (!row.deleted || input.deleted !== false || !row.flag.deleted) return;
  throw invalid(
    'Cannot restore experiment: the linked feature flag has been deleted. ' +
      'Restore the feature flag first, then restore the experiment.',
  );
}

function refuseLaunchedChanges(row: ExperimentRow, input: ExperimentInput, { variants }: FlagConfig): void {
  if (row.start_date === null) return;
  if (variants && keysOf(variants) !== keysOf(row.flag.variants)) {
    throw invalid("Can't update feature_flag_variants on Experiment");
  }
  if (input.holdout_id !== undefined && input.holdout_id !== row.holdout_id) {
    throw invalid("Can't update holdout on running Experiment");
  }
}

function keysOf(variants: readonly { readonly key: string }[]): string {
  return variants
    .map((variant) => variant.key)
    .toSorted()
    .join();
}

/** Names of variants hold for the variants there will be. */
function checkAgainstFlag(row: ExperimentRow, input: ExperimentInput, config: FlagConfig, era: Era): void {
  const flag = { ...row.flag, variants: config.variants ?? row.flag.variants };
  const stats = input.stats_config === undefined ? row.stats_config : input.stats_config;
  if (input.stats_config !== undefined || config.variants) checkStatsConfig(stats, flag, era);
  const { excluded_variants: excluded } = input;
  if (excluded) checkExcluded(excluded, flag, baselineKey({ ...row, flag, stats_config: stats }));
}
