import { ApiRefusal, invalid } from '../errors';
import { nullable, text } from '../fields';
import { type JsonObject, textIn } from '../json';
import type { FlagRow } from '../flagRow';
import { isLegacy, type Project } from '../project';
import { type Answer, created, experimentOf, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import type { World } from '../world';
import { linkFlag, newRow } from './createExperiment';

const maximumName = 400;

/**
 * `POST experiments/:id/duplicate/`: a new draft. Without another flag key it shares the source's flag; a new key
 * makes a flag with the source's variants. Every inline metric gets a uuid of its own, links to shared ones stay.
 */
export async function duplicateExperiment(call: ProjectCall): Promise<Answer> {
  const { world, project, body } = call;
  const source = experimentOf(call);
  if (isLegacy(source)) {
    throw new ApiRefusal(400, {
      detail: 'Duplication is not supported for experiments using legacy metrics.',
    });
  }
  const key = nullable(text())(body['feature_flag_key'] ?? null, 'feature_flag_key');
  const sentName = nullable(text({ maxLength: maximumName }))(body['name'] ?? null, 'name');
  const name = sentName ?? copyName(project, source.name);
  const flag = key === null ? source.flag : copyFlag(project, key, name, source.flag, world.now());
  const renamed = new Map<string, string>();
  const withNewUuid = (metric: JsonObject) => reidentified(metric, world, renamed);
  const order = (uuids: readonly string[] | null) => uuids?.map((uuid) => renamed.get(uuid) ?? uuid) ?? null;
  const row = {
    ...newRow(world, project, name, flag),
    description: source.description,
    parameters: source.parameters,
    filters: source.filters,
    exposure_criteria: source.exposure_criteria,
    stats_config: source.stats_config,
    scheduling_config: source.scheduling_config,
    only_count_matured_users: source.only_count_matured_users,
    running_time_calculation: source.running_time_calculation,
    excluded_variants: source.excluded_variants,
    tags: source.tags,
    type: source.type,
    metrics: source.metrics.map(withNewUuid),
    metrics_secondary: source.metrics_secondary.map(withNewUuid),
    saved: source.saved.map((link) => ({ ...link, id: project.nextId++, created_at: world.now() })),
    primary_metrics_ordered_uuids: order(source.primary_metrics_ordered_uuids),
    secondary_metrics_ordered_uuids: order(source.secondary_metrics_ordered_uuids),
  };
  project.flags.set(flag.key, flag);
  project.experiments.push(row);
  return created(await fullExperiment(row, project));
}

/** `X (Copy)`, then `X (Copy) 1`, … @throws ApiRefusal 400 when that no longer fits */
function copyName(project: Project, name: string): string {
  const taken = new Set(project.experiments.map((row) => row.name));
  const first = `${name} (Copy)`;
  let candidate = first;
  for (let count = 1; taken.has(candidate); count++) candidate = `${first} ${count}`;
  if (Array.from(candidate).length > maximumName) {
    throw invalid(`Ensure this field has no more than ${maximumName} characters.`, 'name', 'max_length');
  }
  return candidate;
}

function copyFlag(project: Project, key: string, name: string, source: FlagRow, nowMs: number): FlagRow {
  if (project.flags.has(key)) return linkFlag(project, key, name, {}, nowMs);
  return {
    ...linkFlag(project, key, name, {}, nowMs),
    variants: source.variants,
    groups: source.groups,
    payloads: source.payloads,
    aggregation_group_type_index: source.aggregation_group_type_index,
    ensure_experience_continuity: source.ensure_experience_continuity,
  };
}

function reidentified(metric: JsonObject, world: World, renamed: Map<string, string>): JsonObject {
  const uuid = world.newUuid();
  const old = textIn(metric, 'uuid');
  if (old !== undefined) renamed.set(old, uuid);
  return { ...metric, uuid };
}
