import type { Behaviour } from './behaviour';
import type { FieldStory, MetricStory, SharedStory, Story } from './catalog/story';
import { setHoldout } from './plantHoldout';
import type { JsonObject } from './json';
import type { Failure } from './measureRow';
import { sharedBehaviour, sharedMetrics } from './sharedMetrics';
import { timesOf } from './storyTimes';
import type { Era } from './era';
import { people } from './people';
import { plantFlag } from './plantFlag';
import type { ExperimentRow, Project, Reality, SavedMetricLink } from './project';
import { Random } from './random';
import { dayMs, startOfDayMs } from './time';

/** Adds the experiment of a story, and its flag unless another story brought it. Days count back from today. */
export function plant(project: Project, story: Story, nowMs: number): ExperimentRow {
  const times = timesOf(story, nowMs);
  const flag = project.flags.get(story.flagKey) ?? plantFlag(project, story, times);
  const planted: Planted = { behaviours: new Map(), failures: new Map() };
  const withUuid = (role: string) => (metric: MetricStory, index: number) =>
    identified(metric, `${story.slug}/${role}/${index}`, planted);
  const metrics = (story.metrics ?? []).map(withUuid('primary'));
  const secondary = (story.secondary ?? []).map(withUuid('secondary'));
  const shared = story.shared ?? [];
  for (const { metric, lifts } of shared) {
    planted.behaviours.set(sharedMetrics[metric].query.uuid, sharedBehaviour(metric, lifts));
  }
  const id = project.nextId++;
  const saved = shared.map((use) => sharedLink(project, use, times.createdMs));
  const sharedUuids = (type: string) =>
    shared.flatMap((use) => (use.type === type ? [sharedMetrics[use.metric].query.uuid] : []));
  const {
    stats_config: statsConfig,
    exposure_criteria: criteria,
    ...fields
  } = fieldsIn(project.era, story.fields ?? {});
  const row: ExperimentRow = {
    id,
    name: story.name,
    description: story.description ?? null,
    start_date: times.startMs,
    end_date: times.endMs,
    flag,
    parameters: {},
    holdout_id: story.holdout ? setHoldout(project, flag, times.createdMs) : null,
    exposure_cohort: null,
    saved,
    filters: {},
    archived: story.archived ?? false,
    deleted: false,
    created_by: people[story.author ?? 0],
    created_at: times.createdMs,
    updated_at: times.updatedMs,
    type: 'product',
    exposure_criteria: { filterTestAccounts: true, ...criteria },
    metrics,
    metrics_secondary: secondary,
    stats_config: statsConfig ?? { method: 'bayesian' },
    scheduling_config: null,
    conclusion: story.conclusion ?? null,
    conclusion_comment: story.comment ?? null,
    primary_metrics_ordered_uuids: [...uuidsOf(metrics), ...sharedUuids('primary')],
    secondary_metrics_ordered_uuids: [...uuidsOf(secondary), ...sharedUuids('secondary')],
    only_count_matured_users: false,
    running_time_calculation: null,
    excluded_variants: null,
    tags: story.tags ?? [],
    version: 0,
    user_access_level: story.access === undefined ? 'manager' : story.access,
    reality: realityOf(story, planted, nowMs),
    configuredMs: new Map(),
    rebuilds: new Map(),
    runs: [],
    ...fields,
  };
  project.experiments.push(row);
  return row;
}

interface Planted {
  readonly behaviours: Map<string, Behaviour>;
  readonly failures: Map<string, Failure>;
}

function realityOf(story: Story, { behaviours, failures }: Planted, nowMs: number): Reality {
  const { multipleShare, bias, lastNightDaysAgo, desertedDaysAgo } = story;
  const midnight = (daysAgo: number) => startOfDayMs(nowMs) - daysAgo * dayMs;
  return {
    seed: `${story.slug}/${story.luck ?? 0}`,
    perDay: story.perDay ?? 0,
    ...(multipleShare === undefined ? {} : { multipleShare }),
    ...(bias === undefined ? {} : { bias }),
    ...(desertedDaysAgo === undefined ? {} : { desertedMs: midnight(desertedDaysAgo) }),
    behaviours,
    failures,
    missingDays: story.missingDays ?? [],
    failedDays: new Map(story.failedDays),
    ...(lastNightDaysAgo === undefined ? {} : { lastNightMs: midnight(lastNightDaysAgo) }),
  };
}

function identified(metric: MetricStory, seed: string, { behaviours, failures }: Planted): JsonObject {
  if (metric.hasNoUuid || metric.definition['kind'] !== 'ExperimentMetric') return metric.definition;
  const uuid = new Random(seed).uuid();
  if (metric.behaviour) behaviours.set(uuid, metric.behaviour);
  if (metric.failure) failures.set(uuid, metric.failure);
  return { ...metric.definition, uuid };
}

function uuidsOf(metrics: readonly JsonObject[]): string[] {
  return metrics.flatMap(({ uuid }) => (typeof uuid === 'string' ? [uuid] : []));
}

function sharedLink(project: Project, { metric, type }: SharedStory, createdMs: number): SavedMetricLink {
  return {
    id: project.nextId++,
    saved_metric: sharedMetrics[metric].id,
    metadata: { type },
    created_at: createdMs,
  };
}

/** What a generation knows of these; before it had a field of its own, the planned size was a parameter. */
function fieldsIn(era: Era, fields: FieldStory): FieldStory {
  const { excluded_variants: excluded, only_count_matured_users: matured, ...everywhere } = fields;
  const { running_time_calculation: plan, ...old } = everywhere;
  return {
    ...(era.hasExcludedVariants
      ? { ...everywhere, excluded_variants: excluded ?? null }
      : { ...old, parameters: { ...old.parameters, ...plan } }),
    ...(era.hasStatus && { only_count_matured_users: matured ?? false }),
  };
}
