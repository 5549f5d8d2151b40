import type { Experiment } from '../model/experiment';
import { findAttention } from './attention';
import { byRecency } from './recency';

export type GroupName = 'Running' | 'Paused' | 'Draft' | 'Ended' | 'Archived' | 'Other';

export interface ExperimentGroup {
  readonly name: GroupName;
  readonly experiments: readonly Experiment[];
}

const order: readonly GroupName[] = ['Running', 'Paused', 'Draft', 'Ended', 'Other', 'Archived'];

/**
 * Groups that have members, in the order a person needs them; within one, what deserves a look, then the newest.
 * @param isUrgent whether it deserves a look, as far as is known; by default as far as its row tells
 */
export function groupExperiments(
  experiments: readonly Experiment[],
  isUrgent = (experiment: Experiment) => findAttention(experiment) !== undefined,
): readonly ExperimentGroup[] {
  // Asked once for each: a project may have ten thousand, and sorting compares them many times over.
  const urgent = new Set(experiments.filter(isUrgent));
  const place = (experiment: Experiment) => (urgent.has(experiment) ? 0 : 1);
  const byName = new Map<GroupName, Experiment[]>();
  for (const experiment of experiments) {
    const name = groupOf(experiment);
    const members = byName.get(name);
    if (members) members.push(experiment);
    else byName.set(name, [experiment]);
  }
  return order.flatMap((name) => {
    const members = byName.get(name)?.toSorted((a, b) => place(a) - place(b) || byRecency(a, b));
    return members ? [{ name, experiments: members }] : [];
  });
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
