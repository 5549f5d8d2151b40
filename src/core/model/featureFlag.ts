export interface Variant {
  readonly key: string;
  readonly name: string | undefined;
  /** Share of the exposed, in percent; undefined when the server did not say. */
  readonly rolloutPercent: number | undefined;
}

/** The flag of an experiment, as the experiment carries it. */
export interface FeatureFlag {
  readonly id: number;
  readonly key: string;
  readonly active: boolean;
  /** Its state means nothing any more. */
  readonly deleted: boolean;
  /** Index of the group type the flag is decided by, undefined when it is decided per person. */
  readonly groupTypeIndex: number | undefined;
  /** False when every release condition is explicitly at 0 %. */
  readonly servesSomeone: boolean;
  /** The first that matches somebody decides. */
  readonly releaseConditions: readonly ReleaseCondition[];
  /** What variants carry with them, by their keys: text, most often JSON. Absent when no variant carries anything. */
  readonly payloads?: Readonly<Record<string, string>>;
}

export interface ReleaseCondition {
  /** Undefined serves everyone it matches. */
  readonly rolloutPercent: number | undefined;
  /** Matches everyone: it asks for no properties. */
  readonly isCatchAll: boolean;
  /** The variant everyone matched gets, whatever the shares; undefined when the shares decide. */
  readonly forcedVariant: string | undefined;
}

/** A flag as lists of flags have it. */
export interface ListedFlag {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  /** Empty for a flag that is only on or off. */
  readonly variants: readonly Variant[];
  /** JSON text by variant, by `true` of a flag without variants; undefined where they are encrypted. */
  readonly payloads: Readonly<Record<string, string>> | undefined;
  readonly ownerName: string | undefined;
  /** What lists are filtered by; undefined when nothing names the owner. */
  readonly ownerId: number | undefined;
  readonly tags: readonly string[];
  /** Experiments on this flag, deleted ones left out. */
  readonly experimentIds: readonly number[];
  readonly createdMs: number | undefined;
  /** Older servers do not tell. */
  readonly updatedMs: number | undefined;
  /** `server`, `client` or `all`, where it was restricted. */
  readonly evaluationRuntime: string | undefined;
  /** Of the widest release condition; undefined when there is none. */
  readonly rolloutPercent: number | undefined;
}

/** A flag by itself, with what a change of its filters has to send back whole. */
export interface WholeFlag extends ListedFlag {
  readonly filters: Readonly<Record<string, unknown>>;
}

/** One page of flags. */
export interface FlagPage {
  readonly flags: readonly ListedFlag[];
  /** How many flags of this `source` there are in all, on every page. */
  readonly count: number;
  /** Place of the page's first row among them. */
  readonly offset: number;
  /** Where the next page begins; undefined after the last. */
  readonly nextOffset: number | undefined;
  /** Rows of the page that could not be read. */
  readonly unreadable: number;
  /** `eligible`: PostHog chose them. `all`: this page was chosen here from the flags with variants, `count` is of those. */
  readonly source: 'eligible' | 'all';
}

/** A variant of a flag that is yet to be made. */
export interface NewVariant {
  readonly key: string;
  /** Whole percent; all together 100. */
  readonly rolloutPercent: number;
}
