/**
 * The generations of PostHog's experiments API that are still met, the oldest first. Cloud runs the newest;
 * self-hosted servers can be any.
 */
export const eraNames = ['B', 'C', 'D', 'E', 'F'] as const;
export type EraName = (typeof eraNames)[number];

/** What a generation brought, and all after it have. */
const broughtBy = {
  /** `status`, `scheduling_config` and `only_count_matured_users` in the object. */
  hasStatus: 'C',
  /** launch, end, pause, resume, archive, unarchive, reset, ship_variant, copy_to_project. */
  hasActions: 'C',
  /** An order it does not know is refused; before, the database fails over it. */
  checksOrder: 'C',
  /** List filters `feature_flag_id` and `prompt_name`. */
  filtersByFlag: 'C',
  /** Events, actions, methods, exposure criteria and variants of a body are checked one by one. */
  checksBodies: 'C',
  /** Metrics without uuid get one; copies get new ones. */
  givesUuids: 'C',
  /** Variants carry `split_percent`. */
  hasSplitPercent: 'C',
  /** A launched experiment passes its flag's configuration on when told to. */
  updatesFlagWhenTold: 'C',
  /** `filters.holdout` of a flag; before, `holdout_groups`. */
  hasHoldoutInFilters: 'C',
  /** A deleted flag's key is shown without the suffix it got. */
  stripsTombstones: 'C',
  /** A copy can be given a name. */
  namesCopies: 'C',
  /** Shared metrics have scopes of their own; before, those of experiments. */
  hasSavedMetricScope: 'C',
  /** Lists without metrics, and `is_legacy`. */
  hasLightLists: 'D',
  /** `excluded_variants` and `running_time_calculation`. */
  hasExcludedVariants: 'D',
  /** metrics_recalculation, and `formatted_results` of a daily series. */
  hasRecalculations: 'D',
  /** List filter `event`, and several creators in `created_by_id`. */
  filtersByEvent: 'D',
  /** Whoever names an unknown event is asked to have it confirmed by a person. */
  explainsUnknownEvents: 'D',
  /** A metric uuid that comes twice is replaced; before, refused. */
  replacesSameUuids: 'D',
  /** Archiving takes the flag along; shipping to everyone is an option instead of the rule. */
  hasFlagOptions: 'D',
  /** The flag's configuration in `parameters` is read from the flag; before, it is a copy of what was last sent. */
  readsFlagConfig: 'D',
  /** The flag is written through `feature_flag`, and keeps what is not sent. */
  hasFlagInput: 'E',
  /** freeze_exposure, unfreeze_exposure and the status `exposure_frozen`. */
  freezesExposure: 'E',
  /** experiments/:id/activity/ */
  hasActivity: 'E',
  /** `version` and conflicts of a PATCH. */
  hasVersions: 'F',
  /** `resolved_exposure_event`, `health`, `can_freeze_exposure`, `effective_query` of shared metrics. */
  hasHealth: 'F',
  hasTags: 'F',
  /** What a night computed makes a finished run of recalculation; before, it stands in where there is none. */
  makesNightlyRuns: 'F',
  /** A run that has just ended is not started again. */
  reusesRecentRuns: 'F',
  /** A flag that is off counts as paused even when exposure is frozen; before, the other way round. */
  pausesBeforeFrozen: 'F',
  /** Ordering fields hold whatever names they are given. */
  takesAnyOrdering: 'F',
  /** Actions on an experiment need the right to edit its flag. */
  guardsFlags: 'F',
  /** Project secret keys read experiments. */
  takesSecretKeys: 'F',
} as const satisfies Record<string, EraName>;

/** What a generation was the last to have. */
const lastOf = {
  /** Orderings are what the sender says; later metrics that come and go are entered and struck out. */
  keepsOrderings: 'B',
  /** `type` can be changed. */
  changesType: 'B',
  /** A flag needs a variant called `control`. */
  needsControl: 'D',
} as const satisfies Record<string, EraName>;

type Trait = keyof typeof broughtBy | keyof typeof lastOf;

/** One generation: what it can, by name. Nothing else compares letters. */
export type Era = Readonly<Record<Trait, boolean>> & { readonly name: EraName };

/** What routes and fields can ask for. */
export type Capability = keyof typeof broughtBy;

export function eraOf(name: EraName): Era {
  const age = eraNames.indexOf(name);
  const known: Partial<Record<Trait, boolean>> = {};
  for (const [trait, first] of traits(broughtBy)) known[trait] = age >= eraNames.indexOf(first);
  for (const [trait, last] of traits(lastOf)) known[trait] = age <= eraNames.indexOf(last);
  return { ...(known as Record<Trait, boolean>), name };
}

function traits<Name extends string>(table: Readonly<Record<Name, EraName>>): [Name, EraName][] {
  return Object.entries(table) as [Name, EraName][];
}

export function isEraName(text: string): text is EraName {
  return (eraNames as readonly string[]).includes(text);
}
