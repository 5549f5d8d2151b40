import type { Experiment, ExperimentDetail } from '../model/experiment';
import type { LatestResults } from '../model/latestResults';

/** Something that makes results unfit to be read as they are, or (`info`) that a reader should know. */
export interface Concern {
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
}
