import type { Experiment } from '../model/experiment';
import { findAttention } from './attention';
import { byRecency } from './recency';

export type GroupName = 'Running' | 'Paused' | 'Draft' | 'Ended' | 'Archived' | 'Other';

export interface ExperimentGroup {
  readonly name: GroupName;
  readonly experiments: readonly Experiment[];
}

const order: readonly GroupName[] = ['Running', 'Paused', 'Draft', 'Ended', 'Other', 'Archived'];

/** Groups that have members, in the order a person needs them; within one, what deserves a look, then the newest. */
export function groupExperiments(experiments: readonly Experiment[]): readonly ExperimentGroup[] {
  return order
    .map((name) => ({
      name,
      experiments: experiments.filter((experiment) => groupOf(experiment) === name).toSorted(byUrgency),
    }))
    .filter((group) => group.experiments.length > 0);
}

function groupOf(experiment: Experiment): GroupName {
  if (experiment.archived) return 'Archived';
  switch (experiment.status) {
    case 'running':
    case 'exposure_frozen':
      return 'Running';
    case 'paused':
      return 'Paused';
    case 'draft':
      return 'Draft';
    case 'stopped':
      return 'Ended';
    case 'other':
      return 'Other';
  }
}

function byUrgency(a: Experiment, b: Experiment): number {
  const calm = (experiment: Experiment) => (findAttention(experiment) === undefined ? 1 : 0);
  return calm(a) - calm(b) || byRecency(a, b);
}
