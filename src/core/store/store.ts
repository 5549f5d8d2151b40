import type { EligibleFlagFilters } from '../api/eligibleFlags';
import type { ActivityPage } from '../model/activity';
import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { ExposureReading } from '../model/exposures';
import type { LatestResults } from '../model/latestResults';
import type { ExperimentStats } from '../model/experimentStats';
import type { FlagPage, ListedFlag } from '../model/featureFlag';
import type { SeriesReading } from '../model/timeseries';
import type { MetricReading } from './metricReading';
import { idle, type Resource } from './resource';

export interface ExperimentList {
  /** Archived ones included. */
  readonly experiments: readonly Experiment[];
  /** Rows that PostHog sent and that could not be read. */
  readonly unreadable: number;
}

/** What a list of flags was asked for. */
export type FlagQuery = Omit<EligibleFlagFilters, 'limit' | 'offset' | 'hasEvaluationContexts'>;

/** A list of flags as far as it was read, from its beginning and without a gap. */
export interface FlagReading {
  readonly flags: readonly ListedFlag[];
  /** How many flags the list has in all. */
  readonly count: number;
  /** Where the rest begins; undefined when all was read. */
  readonly nextOffset: number | undefined;
  /** Rows that PostHog sent and that could not be read. */
  readonly unreadable: number;
  readonly source: FlagPage['source'];
}

/** The newest list of flags anybody asked for. */
export interface FlagList {
  readonly query: FlagQuery;
  readonly reading: Resource<FlagReading>;
}

/** Whether results before the planned sample are folded away, and the experiments of which somebody wanted to see them. */
export interface EarlyResults {
  readonly hidden: boolean;
  readonly revealed: ReadonlySet<number>;
}

/** The keys of a project's flags. */
export interface FlagKeys {
  readonly keys: readonly string[];
  /** Rows that PostHog sent and that could not be read: with them the keys are not all there are. */
  readonly unreadable: number;
}

export interface State {
  readonly projectName: string;
  /** Whose days the results are by; undefined until PostHog told. */
  readonly timeZone: string | undefined;
  readonly list: Resource<ExperimentList>;
  readonly details: ReadonlyMap<number, Resource<ExperimentDetail>>;
  /** The newest results by experiment, of those asked for. A row is drawn from them. */
  readonly verdicts: ReadonlyMap<number, Resource<LatestResults>>;
  /** What becomes of single metrics that a page reads, by `readingKey`; those that are done are not in it. */
  readonly readings: ReadonlyMap<string, MetricReading>;
  readonly earlyResults: EarlyResults;
  /** Whether this PostHog tells the newest results of all metrics in one answer; undefined until it was asked. */
  readonly hasRecalculations: boolean | undefined;
  /** By `timeseriesKey`. */
  readonly timeseries: ReadonlyMap<string, Resource<SeriesReading>>;
  /** By experiment, of those that a page was opened for. */
  readonly exposures: ReadonlyMap<number, Resource<ExposureReading>>;
  /** What was done to experiments, of those asked for. */
  readonly activities: ReadonlyMap<number, Resource<ActivityPage>>;
  readonly stats: Resource<ExperimentStats>;
  readonly flags: FlagList | undefined;
  /** By flag key the names of experiments that were deleted from here: no list has them any more. */
  readonly deletedByFlag: ReadonlyMap<string, string>;
  /** The keys of all flags, where the account may list them. */
  readonly flagKeys: Resource<FlagKeys>;
}

export function timeseriesKey(experimentId: number, metricUuid: string): string {
  return `${experimentId}/${metricUuid}`;
}

/** What is known of one project of one account. Only the use cases write to it. */
export class Store {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(projectName: string) {
    this.#state = {
      projectName,
      timeZone: undefined,
      list: idle,
      details: new Map(),
      verdicts: new Map(),
      readings: new Map(),
      earlyResults: { hidden: false, revealed: new Set() },
      hasRecalculations: undefined,
      timeseries: new Map(),
      exposures: new Map(),
      activities: new Map(),
      stats: idle,
      flags: undefined,
      deletedByFlag: new Map(),
      flagKeys: idle,
    };
  }

  get state(): State {
    return this.#state;
  }

  update(change: (state: State) => State): void {
    const next = change(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
