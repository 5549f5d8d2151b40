import { noteActivity } from './activity';
import { invalid } from './errors';
import type { FlagRow } from './flagRow';
import { type JsonObject, textIn } from './json';
import { linkFlag, newRow, store } from './newExperiment';
import type { ExperimentRow, Project } from './project';
import type { ProjectCall } from './route';

const maximumName = 400;

/**
 * A new draft with the configuration of another, in the project of the call. A flag with the key is linked as it is;
 * else one is made with the variants of the source's. Every inline metric gets a uuid of its own, links to shared
 * ones stay where those are.
 * @throws ApiRefusal 400
 */
export function cloneExperiment(
  call: ProjectCall,
  source: ExperimentRow,
  { key, name: wantedName }: { readonly key: string; readonly name: string | null },
): ExperimentRow {
  const { project, world } = call;
  const name = wantedName ?? copyName(project, source.name);
  const isSameProject = project.experiments.includes(source);
  const flag = copyFlag(call, key, name, source.flag, isSameProject);
  const renamed = new Map<string, string>();
  const withNewUuid = (metric: JsonObject): JsonObject => {
    if (!project.era.givesUuids) return metric;
    const uuid = world.newUuid();
    const old = textIn(metric, 'uuid');
    if (old !== undefined) renamed.set(old, uuid);
    return { ...metric, uuid };
  };
  const order = (uuids: readonly string[] | null) => uuids?.map((uuid) => renamed.get(uuid) ?? uuid) ?? null;
  const row: ExperimentRow = {
    ...newRow(call, name, flag),
    description: source.description,
    parameters: source.parameters,
    filters: source.filters,
    exposure_criteria: source.exposure_criteria,
    stats_config: source.stats_config,
    scheduling_config: source.scheduling_config,
    only_count_matured_users: source.only_count_matured_users,
    running_time_calculation: source.running_time_calculation,
    type: source.type,
    metrics: source.metrics.map(withNewUuid),
    metrics_secondary: source.metrics_secondary.map(withNewUuid),
    saved: isSameProject
      ? source.saved.map((link) => ({ ...link, id: project.nextId++, created_at: world.now() }))
      : [],
    primary_metrics_ordered_uuids: order(source.primary_metrics_ordered_uuids),
    secondary_metrics_ordered_uuids: order(source.secondary_metrics_ordered_uuids),
  };
  store(call, row);
  noteActivity(call, { scope: 'Experiment', itemId: row.id, activity: 'created', name, changes: [] });
  return row;
}

/** `X (Copy)`, then `X (Copy) 1`, … @throws ApiRefusal 400 when that no longer fits */
function copyName(project: Project, name: string): string {
  const taken = new Set(project.experiments.filter((row) => !row.deleted).map((row) => row.name));
  const first = `${name} (Copy)`;
  let candidate = first;
  for (let count = 1; taken.has(candidate); count++) candidate = `${first} ${count}`;
  if (Array.from(candidate).length > maximumName) {
    throw invalid(`Ensure this field has no more than ${maximumName} characters.`, 'name', 'max_length');
  }
  return candidate;
}

function copyFlag(
  call: ProjectCall,
  key: string,
  name: string,
  source: FlagRow,
  isSameProject: boolean,
): FlagRow {
  if (isSameProject && key === source.key) return source;
  const flag = linkFlag(call, key, name, {});
  if (call.project.flags.get(key) === flag) return flag;
  return {
    ...flag,
    variants: source.variants,
    groups: source.groups.map((group) => ({ ...group, exposure_frozen: false })),
    payloads: source.payloads,
    aggregation_group_type_index: source.aggregation_group_type_index,
    ensure_experience_continuity: source.ensure_experience_continuity,
  };
}
