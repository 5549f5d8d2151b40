import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { ExposureReading } from '../model/exposures';
import type { LatestResults } from '../model/latestResults';

/** What a concern is about: how many were counted, how they were split, who was left out, the flag, the metrics. */
export type ConcernTopic = 'sample' | 'split' | 'bias' | 'flag' | 'metrics';

/** Something that makes results unfit to be read as they are, or (`info`) that a reader should know. */
export interface Concern {
  /** PostHog's word for it where it has one, for example `srm`. May be the server's: untrusted text. */
  readonly code: string;
  readonly topic: ConcernTopic;
  readonly severity: 'critical' | 'warning' | 'info';
  /** A few words for a row. May be the server's: untrusted text. */
  readonly words: string;
  /** A sentence for a tooltip or a banner. May be the server's: untrusted text. */
  readonly sentence: string;
}

/** What is known of one experiment: its row of the list always, the rest as far as it was read. */
export interface KnownExperiment {
  readonly experiment: Experiment;
  readonly detail?: ExperimentDetail | undefined;
  readonly results?: LatestResults | undefined;
  readonly exposures?: ExposureReading | undefined;
  /** Of the project: whose days those of the exposures are; undefined until PostHog told. */
  readonly timeZone?: string | undefined;
  /** The user wants results folded that are early. */
  readonly hidesEarly?: boolean | undefined;
}
