import { knownEvents, shopStories, wholesaleStories } from './catalog/catalog';
import { eligibleFlags } from './catalog/eligibleFlags';
import { generatedStory } from './catalog/generated';
import { otherFlags } from './catalog/otherFlags';
import { Clock } from './clock';
import { type Era, type EraName, eraOf } from './era';
import { sandboxProjectIds } from './keys';
import { flagParameters } from './flagConfig';
import type { EventRow } from './libraryRow';
import { plant } from './plant';
import { plantLooseFlag } from './plantLooseFlag';
import type { ExperimentRow, Project } from './project';
import { QueryStore } from './queryStore';
import { Random } from './random';
import { sharedMetrics } from './sharedMetrics';
import { SumsCache } from './sumsCache';

export interface WorldOptions {
  /** Number of experiments of the main project, 0 to 10,000: a part of the catalog, or more than it. */
  readonly experiments?: number;
  /** Decides new uuids and the experiments beyond the catalog; those of the catalog are always the same. */
  readonly seed?: string;
  /** Stops the clock at this moment (milliseconds since the epoch), until it is moved; without it time passes as outside. */
  readonly nowMs?: number;
  /** The generation of server; default: the newest. */
  readonly era?: EraName;
  /** Keys of flags whose changes wait for somebody's approval. */
  readonly approvals?: readonly string[];
}

/** Everything the sandbox knows. */
export interface World {
  readonly projects: ReadonlyMap<number, Project>;
  readonly sums: SumsCache;
  readonly era: Era;
  readonly clock: Clock;
  now(): number;
  newUuid(): string;
}

export const maximumExperiments = 10_000;

/** Experiments cost a row each; what happened to their visitors is worked out only when results are asked for. */
export function createWorld({
  experiments,
  seed = '1',
  nowMs,
  era: eraName = 'F',
  approvals = [],
}: WorldOptions = {}): World {
  const clock = new Clock(nowMs);
  const bornMs = clock.now();
  const shared = { era: eraOf(eraName), approvals: new Set(approvals), bornMs };
  const shop = emptyProject(sandboxProjectIds.shop, 'Fernwood Shop', shared);
  const wholesale = emptyProject(sandboxProjectIds.wholesale, 'Fernwood Wholesale', shared);
  const wanted = Math.min(experiments ?? shopStories.length, maximumExperiments);
  for (const story of shopStories.slice(0, wanted)) plant(shop, story, bornMs);
  for (let index = 0; index < wanted - shopStories.length; index++) {
    plant(shop, generatedStory(index, seed), bornMs);
  }
  for (const flag of [...eligibleFlags, ...otherFlags]) plantLooseFlag(shop, flag, bornMs);
  for (const story of wholesaleStories) plant(wholesale, story, bornMs);
  const projects = [shop, wholesale];
  projects.flatMap((project) => project.experiments).forEach((row) => age(row, shared.era));
  const random = new Random(`uuids/${seed}`);
  return {
    projects: new Map(projects.map((project) => [project.id, project])),
    sums: new SumsCache(),
    era: shared.era,
    clock,
    now: () => clock.now(),
    newUuid: () => random.uuid(),
  };
}

/** Takes from an experiment what its server does not know, and gives it the copy of its flag that servers once kept. */
function age(row: ExperimentRow, era: Era): void {
  if (!era.readsFlagConfig) row.parameters = { ...flagParameters(row.flag), ...row.parameters };
  if (!era.hasExcludedVariants) row.excluded_variants = null;
  if (!era.hasStatus) row.only_count_matured_users = false;
}

function emptyProject(
  id: number,
  name: string,
  { era, approvals, bornMs }: Pick<Project, 'era' | 'approvals'> & { readonly bornMs: number },
): Project {
  return {
    id,
    name,
    era,
    uuid: new Random(`project/${id}`).uuid(),
    experiments: [],
    flags: new Map(),
    savedMetrics: new Map(Object.values(sharedMetrics).map((metric) => [metric.id, { ...metric }])),
    holdouts: new Map(),
    cohorts: new Map(),
    actions: new Map(),
    events: new Map(knownEvents.map((event) => [event, eventRow(event, bornMs)])),
    approvals,
    activity: [],
    exposureEventSinceMs: id === sandboxProjectIds.shop ? Date.parse('2026-09-01T00:00:00Z') : null,
    showsHealth: id === sandboxProjectIds.shop,
    queries: new QueryStore(),
    nextId: id * 10,
  };
}

function eventRow(name: string, bornMs: number): EventRow {
  return { id: new Random(`event/${name}`).uuid(), name, lastSeenMs: bornMs, stampsFlags: true };
}
