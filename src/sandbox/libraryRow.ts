import type { JsonObject } from './json';
import type { Person } from './project';

/** A metric that experiments share. */
export interface SavedMetricRow {
  readonly id: number;
  name: string;
  description: string | null;
  query: JsonObject;
  tags: readonly string[];
  readonly created_by: Person;
  readonly created_at: number;
  updated_at: number;
}

/** People kept out of all experiments it is set on. */
export interface HoldoutRow {
  readonly id: number;
  name: string;
  description: string | null;
  /** `[{properties, rollout_percentage: share kept out, variant: 'holdout-<id>'}]` */
  filters: readonly JsonObject[];
  readonly created_by: Person;
  readonly created_at: number;
  updated_at: number;
}

/** The people an experiment has met, as a list to work with. */
export interface CohortRow {
  readonly id: number;
  readonly name: string;
  readonly experimentId: number;
  readonly filters: JsonObject;
  readonly created_by: Person;
  readonly created_at: number;
}

/** An event the project has received. */
export interface EventRow {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Null: not in the last month. */
  readonly lastSeenMs: number | null;
  /** Its senders stamp it with the flags of the user (`$feature/…`). */
  readonly stampsFlags: boolean;
}

/** Several events under one name. */
export interface ActionRow {
  readonly id: number;
  readonly name: string;
  readonly deleted: boolean;
  readonly events: readonly string[];
}

export interface ActivityChange {
  readonly type: string;
  readonly action: 'created' | 'changed' | 'deleted';
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A line of somebody's doings. */
export interface ActivityRow {
  readonly id: string;
  readonly scope: 'Experiment' | 'FeatureFlag';
  readonly itemId: number;
  /** `created`, `updated`, `deleted`, `launched`, … */
  readonly activity: string;
  readonly user: Person;
  readonly createdMs: number;
  /** Name of what it was done to, then. */
  readonly name: string;
  readonly changes: readonly ActivityChange[];
  /** Which program, when it said so. */
  readonly client: string | null;
}
