import type { Behaviour } from './behaviour';
import type { MetricStory, Story } from './catalog/story';
import { everyone, type FlagRow, newFlag, type VariantRow } from './flagRow';
import type { JsonObject } from './json';
import type { SavedMetricRow } from './libraryRow';
import { people } from './people';
import type { ExperimentRow, Project, Reality, SavedMetricLink } from './project';
import { Random } from './random';
import { dayMs, hourMs, minuteMs, startOfDayMs } from './time';

const revenueUuid = '8d0f4a6e-52c7-4b1d-9a35-6f2e1c7b0d94';

/** The shared metric of every project. Its behaviour differs by experiment. */
export const sharedRevenue: SavedMetricRow = {
  id: 9,
  name: 'Revenue per visitor',
  description: null,
  query: {
    kind: 'ExperimentMetric',
    metric_type: 'mean',
    uuid: revenueUuid,
    goal: 'increase',
    source: { kind: 'EventsNode', event: 'order completed', math: 'sum', math_property: 'total' },
  },
  tags: [],
  created_by: people[0],
  created_at: Date.parse('2026-01-10T12:00:00Z'),
  updated_at: Date.parse('2026-01-10T12:00:00Z'),
};

/** Adds the experiment of a story, and its flag unless another story brought it. Days count back from today. */
export function plant(project: Project, story: Story, nowMs: number): ExperimentRow {
  const times = timesOf(story, nowMs);
  const flag = project.flags.get(story.flagKey) ?? plantFlag(project, story, times);
  const behaviours = new Map<string, Behaviour>();
  const withUuid = (role: string) => (metric: MetricStory, index: number) =>
    identified(metric, `${story.slug}/${role}/${index}`, behaviours);
  const metrics = (story.metrics ?? []).map(withUuid('primary'));
  const secondary = (story.secondary ?? []).map(withUuid('secondary'));
  const lifts = story.sharedRevenueLifts;
  if (lifts) {
    behaviours.set(revenueUuid, {
      kind: 'events',
      perVisitor: 0.14,
      averageAmount: 47,
      lifted: 'number',
      lifts,
    });
  }
  const row: ExperimentRow = {
    id: project.nextId++,
    name: story.name,
    description: story.description ?? null,
    start_date: times.startMs,
    end_date: times.endMs,
    flag,
    parameters: {},
    holdout_id: null,
    exposure_cohort: null,
    saved: lifts ? [sharedLink(project, times.createdMs)] : [],
    filters: {},
    archived: story.archived ?? false,
    deleted: false,
    created_by: people[story.author ?? 0],
    created_at: times.createdMs,
    updated_at: times.updatedMs,
    type: 'product',
    exposure_criteria: { filterTestAccounts: true },
    metrics,
    metrics_secondary: secondary,
    stats_config: story.statsConfig ?? { method: 'bayesian' },
    scheduling_config: null,
    conclusion: story.conclusion ?? null,
    conclusion_comment: story.comment ?? null,
    primary_metrics_ordered_uuids: uuidsOf(metrics),
    secondary_metrics_ordered_uuids: [...uuidsOf(secondary), ...(lifts ? [revenueUuid] : [])],
    only_count_matured_users: false,
    running_time_calculation: null,
    excluded_variants: null,
    tags: story.tags ?? [],
    version: 0,
    health: null,
    user_access_level: 'manager',
    reality: realityOf(story, behaviours, nowMs),
    configuredMs: new Map(),
  };
  project.experiments.push(row);
  return row;
}

function plantFlag(project: Project, story: Story, { startMs, createdMs }: Times): FlagRow {
  const launched = startMs !== null;
  const flag: FlagRow = {
    ...newFlag({
      id: project.nextId++,
      team_id: project.id,
      name: `Feature Flag for Experiment ${story.name}`,
      key: story.flagKey,
      created_by: people[story.author ?? 0],
      created_at: createdMs,
    }),
    active: launched && story.flagOff !== true && story.pausedDaysAgo === undefined,
    variants: (story.variants ?? evenVariants).map(([key, percent]): VariantRow => ({
      key,
      name: '',
      rollout_percentage: percent,
    })),
    groups: [story.frozenDaysAgo === undefined ? everyone : { ...everyone, exposure_frozen: true }],
    aggregation_group_type_index: story.byCompany ? 0 : null,
  };
  project.flags.set(flag.key, flag);
  return flag;
}

const evenVariants = [
  ['control', 50],
  ['test', 50],
] as const;

type Times = ReturnType<typeof timesOf>;

function timesOf(story: Story, nowMs: number) {
  const todayMs = startOfDayMs(nowMs);
  const startMs =
    story.startedHoursAgo !== undefined
      ? nowMs - story.startedHoursAgo * hourMs
      : story.startedDaysAgo === undefined
        ? null
        : todayMs - story.startedDaysAgo * dayMs + 9.5 * hourMs;
  const endMs = story.endedDaysAgo === undefined ? null : todayMs - story.endedDaysAgo * dayMs + 16 * hourMs;
  const pausedMs = story.pausedDaysAgo === undefined ? null : todayMs - story.pausedDaysAgo * dayMs;
  // Spread over a morning by the name, so that the order of a list does not hang on ties.
  const createdMs =
    startOfDayMs(startMs ?? todayMs) - dayMs + 8 * hourMs + new Random(story.slug).integer(180) * minuteMs;
  return { startMs, endMs, createdMs, updatedMs: (endMs ?? pausedMs ?? startMs ?? createdMs) + 1000 };
}

function realityOf(story: Story, behaviours: Reality['behaviours'], nowMs: number): Reality {
  const stoppedDaysAgo = story.pausedDaysAgo ?? story.frozenDaysAgo;
  return {
    seed: `${story.slug}/${story.luck ?? 0}`,
    perDay: story.perDay ?? 0,
    behaviours,
    missingDays: story.missingDays ?? [],
    failedDays: new Map(story.failedDays),
    ...(stoppedDaysAgo === undefined ? {} : { exposureEndMs: startOfDayMs(nowMs) - stoppedDaysAgo * dayMs }),
  };
}

function identified(metric: MetricStory, seed: string, behaviours: Map<string, Behaviour>): JsonObject {
  if (metric.definition['kind'] !== 'ExperimentMetric') return metric.definition;
  const uuid = new Random(seed).uuid();
  if (metric.behaviour) behaviours.set(uuid, metric.behaviour);
  return { ...metric.definition, uuid };
}

function uuidsOf(metrics: readonly JsonObject[]): string[] {
  return metrics.flatMap(({ uuid }) => (typeof uuid === 'string' ? [uuid] : []));
}

function sharedLink(project: Project, createdMs: number): SavedMetricLink {
  return {
    id: project.nextId++,
    saved_metric: sharedRevenue.id,
    metadata: { type: 'secondary' },
    created_at: createdMs,
  };
}
