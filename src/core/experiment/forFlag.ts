import type { Experiment } from '../model/experiment';
import { byRecency } from './recency';

/**
 * The experiments by flag key. Of several on one flag the first is the one to show: running, paused, draft, then
 * ended and archived, the newest first.
 */
export function experimentsByFlagKey(
  experiments: readonly Experiment[],
): ReadonlyMap<string, readonly [Experiment, ...Experiment[]]> {
  const byKey = new Map<string, [Experiment, ...Experiment[]]>();
  for (const experiment of experiments.toSorted((a, b) => rank(a) - rank(b) || byRecency(a, b))) {
    const others = byKey.get(experiment.flagKey);
    if (others) others.push(experiment);
    else byKey.set(experiment.flagKey, [experiment]);
  }
  return byKey;
}

function rank(experiment: Experiment): number {
  if (experiment.archived) return 5;
  switch (experiment.status) {
    case 'running':
    case 'exposure_frozen':
      return 0;
    case 'paused':
      return 1;
    case 'draft':
      return 2;
    case 'other':
      return 3;
    case 'stopped':
      return 4;
  }
}
