import type { Behaviour } from '../behaviour';
import type { ReleaseGroup } from '../flagRow';
import type { JsonObject } from '../json';
import type { Failure } from '../measureRow';
import type { AccessLevel } from '../project';
import type { SharedName } from '../sharedMetrics';

/** One experiment of the sample project as data: what a team set up, and what is true about their visitors. */
export interface Story {
  /** Unique; with `luck` it decides who comes and what they do, whatever the sandbox's own seed is. */
  readonly slug: string;
  readonly luck?: number;
  readonly flagKey: string;
  readonly flag?: FlagStory;
  readonly name: string;
  readonly description?: string;
  /** Key, share in percent and perhaps a name, the baseline first. Default: control and test, half each. */
  readonly variants?: readonly VariantStory[];
  readonly author?: AuthorIndex;
  /** Days before today; undefined = draft. `startedHoursAgo` for one that began just now. */
  readonly startedDaysAgo?: number;
  readonly startedHoursAgo?: number;
  readonly endedDaysAgo?: number;
  /** Since when the flag is off. */
  readonly pausedDaysAgo?: number;
  /** Since when no new visitor enters. */
  readonly frozenDaysAgo?: number;
  readonly archived?: boolean;
  readonly conclusion?: 'won' | 'lost' | 'inconclusive' | 'stopped_early' | 'invalid';
  readonly comment?: string;
  /** After the end: whether the flag still splits visitors. */
  readonly flagOff?: boolean;
  /** Visitors, or groups, a day. */
  readonly perDay?: number;
  /** Share of visitors who see several variants, and what really becomes of each variant's share, as a factor. */
  readonly multipleShare?: number;
  readonly bias?: readonly number[];
  /** Since when nobody comes by any more, whatever the flag says. */
  readonly desertedDaysAgo?: number;
  /** Decided by company instead of by person. */
  readonly byCompany?: boolean;
  readonly metrics?: readonly MetricStory[];
  readonly secondary?: readonly MetricStory[];
  readonly shared?: readonly SharedStory[];
  /** Fields of the experiment as the API has them, where they are not the usual. */
  readonly fields?: FieldStory;
  /** Keeps a share of people out of this and other experiments. */
  readonly holdout?: boolean;
  readonly access?: AccessLevel;
  readonly missingDays?: readonly number[];
  readonly failedDays?: readonly (readonly [day: number, message: string])[];
  /** Since when no night has computed anything. */
  readonly lastNightDaysAgo?: number;
  readonly tags?: readonly string[];
}

export type VariantStory = readonly [key: string, percent: number, name?: string];

/** Index in the people of the sandbox. */
export type AuthorIndex = 0 | 1 | 2 | 3;

/** What is special about an experiment's flag. */
export interface FlagStory {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly runtime?: 'server' | 'client' | 'all';
  readonly groups?: readonly ReleaseGroup[];
  readonly payloads?: JsonObject;
  /** On although the experiment is a draft. */
  readonly live?: boolean;
  /** The variant everybody gets since the end, or since so many days. */
  readonly shipped?: string;
  readonly shippedDaysAgo?: number;
}

/** A shared metric that the experiment uses, and its effect here. */
export interface SharedStory {
  readonly metric: SharedName;
  readonly type: 'primary' | 'secondary';
  readonly lifts: readonly number[];
}

export interface FieldStory {
  readonly stats_config?: JsonObject;
  readonly exposure_criteria?: JsonObject;
  readonly excluded_variants?: readonly string[] | null;
  readonly only_count_matured_users?: boolean;
  readonly running_time_calculation?: JsonObject;
  readonly parameters?: JsonObject;
}

export interface MetricStory {
  /** As the API has it, without its uuid. */
  readonly definition: JsonObject;
  /** Absent for metrics of the retired engine. */
  readonly behaviour?: Behaviour;
  /** Every computation fails. */
  readonly failure?: Failure;
  /** Stored before metrics had uuids: no series. */
  readonly hasNoUuid?: boolean;
}
