import type { Behaviour } from '../behaviour';
import type { JsonObject } from '../json';

/** One experiment of the sample project as data: what a team set up, and what is true about their visitors. */
export interface Story {
  /** Unique; with `luck` it decides who comes and what they do, whatever the sandbox's own seed is. */
  readonly slug: string;
  readonly luck?: number;
  readonly flagKey: string;
  readonly name: string;
  readonly description?: string;
  /** Key and share in percent, the baseline first. Default: control and test, half each. */
  readonly variants?: readonly (readonly [key: string, percent: number])[];
  readonly author?: 0 | 1 | 2;
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
  /** Decided by company instead of by person. */
  readonly byCompany?: boolean;
  readonly metrics?: readonly MetricStory[];
  readonly secondary?: readonly MetricStory[];
  /** Adds the shared metric of the project as a secondary one, with its effect here. */
  readonly sharedRevenueLifts?: readonly number[];
  readonly statsConfig?: JsonObject;
  readonly missingDays?: readonly number[];
  readonly failedDays?: readonly (readonly [day: number, message: string])[];
  readonly tags?: readonly string[];
}

export interface MetricStory {
  /** As the API has it, without its uuid. */
  readonly definition: JsonObject;
  /** Absent for what is not computed by day. */
  readonly behaviour?: Behaviour;
}
