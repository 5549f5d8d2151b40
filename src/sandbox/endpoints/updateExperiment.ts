import { refuseConflict } from '../conflict';
import { invalid } from '../errors';
import { type ExperimentInput, readExperimentInput } from '../experimentInput';
import { fingerprintSource } from '../fingerprint';
import { applyFlagConfig, changesTo, type FlagConfig, readFlagConfig } from '../flagConfig';
import { textIn } from '../json';
import { readMetrics } from '../metricInput';
import { type ExperimentRow, isLegacy, metricsOf, type Project } from '../project';
import { type Answer, experimentOf, ok, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import { checkDates, checkFilters, checkHoldout, checkStatsConfig, readSavedMetrics } from '../validation';
import { definedOf } from './createExperiment';

/** `PATCH experiments/:id/`. Everything is checked before anything changes. */
export async function updateExperiment(call: ProjectCall): Promise<Answer> {
  const { world, project, body } = call;
  const row = experimentOf(call, body['deleted'] === false);
  const input = readExperimentInput(body);
  refuseKeys(row, input);
  refuseConflict(row, input);
  checkDates(input);
  checkFilters(input.filters);
  checkHoldout(input.holdout_id);
  const flagChanges = changesTo(row.flag, readFlagConfig(input));
  refuseFlagChanges(row, flagChanges, input.update_feature_flag_params ?? false);
  checkStatsConfig(input.stats_config, row.flag);
  const changes = { ...definedOf(input), ...metricChanges(row, input, call) };

  const before = fingerprintSources(project, row);
  const launched = row.start_date === null && typeof input.start_date === 'number';
  Object.assign(row, changes, { version: row.version + 1, updated_at: world.now() });
  applyFlagConfig(row.flag, flagChanges);
  if (launched && !row.flag.active) {
    row.flag.active = true;
    row.flag.version++;
  }
  for (const [uuid, source] of fingerprintSources(project, row)) {
    if (before.get(uuid) !== source) row.configuredMs.set(uuid, world.now());
  }
  return ok(await fullExperiment(row, project));
}

/** The rest of the writable fields is accepted; those that are not writable are ignored as everywhere. */
function refuseKeys(row: ExperimentRow, input: ExperimentInput): void {
  const refused: string[] = notPatchable.filter((name) => input[name] !== undefined);
  // The server calls the flag's key by the name it has inside.
  if ((input.feature_flag_key ?? row.flag.key) !== row.flag.key) refused.push('get_feature_flag_key');
  if (refused.length > 0) throw invalid(`Can't update keys: ${refused.toSorted().join(', ')} on Experiment`);
  if (!isLegacy(row)) return;
  // Read on generations B to E, and nothing says that the newest is milder.
  const fixed = Object.keys(input).filter((name) => !editableOnLegacy.has(name));
  if (fixed.length === 0) return;
  throw invalid(
    'This experiment uses legacy metric formats and can only have its name, description, or end_date updated. ' +
      `Cannot update: ${fixed.toSorted().join(', ')}`,
  );
}

const notPatchable = ['type', '_create_in_folder'] as const;

const editableOnLegacy = new Set([
  'name',
  'description',
  'end_date',
  'deleted',
  'feature_flag_key',
  'version',
  'original_experiment',
]);

/** A draft passes its configuration on to the flag; later the sender has to say that this is meant. */
function refuseFlagChanges(row: ExperimentRow, changes: FlagConfig, meant: boolean): void {
  if (row.start_date === null || Object.keys(changes).length === 0) return;
  if (changes.variants && keysOf(changes.variants) !== keysOf(row.flag.variants)) {
    throw invalid("Can't update feature_flag_variants on Experiment");
  }
  if (meant) return;
  throw invalid(
    'This experiment is running. To change its flag config, send update_feature_flag_params=true ' +
      '(or edit the feature flag directly).',
    'feature_flag',
  );
}

function keysOf(variants: readonly { readonly key: string }[]): string {
  return variants
    .map((variant) => variant.key)
    .toSorted()
    .join();
}

/** Lists replace those there were. */
function metricChanges(
  row: ExperimentRow,
  input: ExperimentInput,
  { world, project }: ProjectCall,
): Partial<ExperimentRow> {
  const { metrics, metrics_secondary: secondary, saved_metrics_ids: saved } = input;
  const kept = [
    ...(metrics === undefined ? row.metrics : []),
    ...(secondary === undefined ? row.metrics_secondary : []),
  ];
  const context = {
    world,
    project,
    allowUnknownEvents: input.allow_unknown_events ?? false,
    takenUuids: new Set(kept.flatMap((metric) => textIn(metric, 'uuid') ?? [])),
  };
  return {
    ...(metrics === undefined ? {} : { metrics: readMetrics(metrics, 'metrics', context) }),
    ...(secondary === undefined
      ? {}
      : { metrics_secondary: readMetrics(secondary, 'metrics_secondary', context) }),
    ...(saved === undefined ? {} : { saved: readSavedMetrics(saved, project, world.now()) }),
  };
}

function fingerprintSources(project: Project, row: ExperimentRow): Map<string, string> {
  return new Map(
    metricsOf(project, row).map((metric) => [textIn(metric, 'uuid') ?? '', fingerprintSource(metric, row)]),
  );
}
