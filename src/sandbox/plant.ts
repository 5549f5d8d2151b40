import type { Behaviour } from './behaviour';
import type { MetricStory, Story } from './catalog/story';
import { setHoldout } from './plantHoldout';
import type { JsonObject } from './json';
import type { Failure } from './measureRow';
import type { SavedMetricRow } from './libraryRow';
import { people } from './people';
import { plantFlag, type StoryTimes } from './plantFlag';
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
  const planted: Planted = { behaviours: new Map(), failures: new Map() };
  const withUuid = (role: string) => (metric: MetricStory, index: number) =>
    identified(metric, `${story.slug}/${role}/${index}`, planted);
  const metrics = (story.metrics ?? []).map(withUuid('primary'));
  const secondary = (story.secondary ?? []).map(withUuid('secondary'));
  const lifts = story.sharedRevenueLifts;
  if (lifts) planted.behaviours.set(revenueUuid, revenueBehaviour(lifts));
  const id = project.nextId++;
  const saved = lifts ? [sharedLink(project, times.createdMs)] : [];
  const { stats_config: statsConfig, exposure_criteria: criteria, ...fields } = story.fields ?? {};
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
    primary_metrics_ordered_uuids: uuidsOf(metrics),
    secondary_metrics_ordered_uuids: [...uuidsOf(secondary), ...(lifts ? [revenueUuid] : [])],
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

function revenueBehaviour(lifts: readonly number[]): Behaviour {
  return { kind: 'events', perVisitor: 0.14, averageAmount: 47, lifted: 'number', lifts };
}

function timesOf(story: Story, nowMs: number): StoryTimes & { readonly updatedMs: number } {
  const todayMs = startOfDayMs(nowMs);
  const daysAgo = (days: number | undefined) => (days === undefined ? null : todayMs - days * dayMs);
  const startMidnightMs = daysAgo(story.startedDaysAgo);
  const startMs =
    story.startedHoursAgo === undefined
      ? startMidnightMs && startMidnightMs + 9.5 * hourMs
      : nowMs - story.startedHoursAgo * hourMs;
  const endMidnightMs = daysAgo(story.endedDaysAgo);
  const endMs = endMidnightMs && endMidnightMs + 16 * hourMs;
  const closedMs = daysAgo(story.pausedDaysAgo ?? story.frozenDaysAgo ?? story.flag?.shippedDaysAgo);
  // Spread over a morning by the name, so that the order of a list does not hang on ties.
  const createdMs =
    startOfDayMs(startMs ?? todayMs) - dayMs + 8 * hourMs + new Random(story.slug).integer(180) * minuteMs;
  return {
    nowMs,
    createdMs,
    startMs,
    endMs,
    closedMs,
    updatedMs: (endMs ?? daysAgo(story.pausedDaysAgo) ?? startMs ?? createdMs) + 1000,
  };
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

function sharedLink(project: Project, createdMs: number): SavedMetricLink {
  return {
    id: project.nextId++,
    saved_metric: sharedRevenue.id,
    metadata: { type: 'secondary' },
    created_at: createdMs,
  };
}
