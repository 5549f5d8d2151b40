import type { FlagPeriod } from './flagHistory';
import type { JsonObject } from './json';
import type { AccessLevel, Person } from './project';

export interface VariantRow {
  readonly key: string;
  readonly name?: string;
  readonly rollout_percentage: number;
}

/** One release condition. A user is in when the properties fit and the share falls on them. */
export interface ReleaseGroup {
  readonly properties: readonly JsonObject[];
  /** Null: everyone. */
  readonly rollout_percentage: number | null;
  /** Everyone the condition fits gets this variant. */
  readonly variant: string | null;
  /** Only those who are in already stay in. */
  readonly exposure_frozen?: boolean;
  readonly description?: string;
}

/** A feature flag, whether an experiment uses it or not. Field names are those of the API. */
export interface FlagRow {
  readonly id: number;
  readonly team_id: number;
  name: string;
  /** Gets the suffix `:deleted:<id>` when the flag is deleted. */
  key: string;
  deleted: boolean;
  active: boolean;
  version: number;
  ensure_experience_continuity: boolean;
  /** None: a flag that is on or off. */
  variants: readonly VariantRow[];
  groups: readonly ReleaseGroup[];
  /** Text by variant key. */
  payloads: JsonObject;
  aggregation_group_type_index: number | null;
  /** Carries a value (its payload `true`) instead of a decision. */
  readonly is_remote_configuration: boolean;
  /** The share of users kept out of all its experiments. */
  holdout: { readonly id: number; readonly exclusion_percentage: number } | null;
  evaluation_runtime: 'server' | 'client' | 'all' | null;
  tags: readonly string[];
  readonly created_by: Person;
  readonly created_at: number;
  updated_at: number;
  /** When a client last asked for it; null: never. */
  last_called_at: number | null;
  /** What the sandbox's user may do with it. */
  readonly user_access_level: AccessLevel;
  /** Whom it let in since when, the oldest first. */
  readonly history: FlagPeriod[];
}

export const everyone: ReleaseGroup = { properties: [], rollout_percentage: 100, variant: null };

export const defaultVariants: readonly VariantRow[] = [
  { key: 'control', name: 'Control Group', rollout_percentage: 50 },
  { key: 'test', name: 'Test Variant', rollout_percentage: 50 },
];

/** A flag with nothing special: control and test, half each, for everyone, off. */
export function newFlag(
  own: Pick<FlagRow, 'id' | 'team_id' | 'name' | 'key' | 'created_by' | 'created_at'>,
): FlagRow {
  return {
    deleted: false,
    active: false,
    version: 1,
    ensure_experience_continuity: false,
    variants: defaultVariants,
    groups: [everyone],
    payloads: {},
    aggregation_group_type_index: null,
    is_remote_configuration: false,
    holdout: null,
    evaluation_runtime: 'all',
    tags: [],
    updated_at: own.created_at,
    last_called_at: null,
    user_access_level: 'manager',
    history: [],
    ...own,
  };
}

/** The share of the first release condition: what an experiment calls its rollout. */
export function rolloutPercent(flag: FlagRow): number {
  return flag.groups[0]?.rollout_percentage ?? 100;
}

/** No new users enter: every release condition is frozen. One that is not lets everybody in. */
export function isFrozen(flag: FlagRow): boolean {
  return flag.groups.length > 0 && flag.groups.every((group) => group.exposure_frozen === true);
}

/** The key without what deleting added. */
export function plainKey(flag: FlagRow): string {
  return flag.key.replace(/:deleted:\d+$/, '');
}
