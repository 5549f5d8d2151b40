import type { Experiment } from '../model/experiment';

/** Sorts the experiment that something happened to last first. */
export function byRecency(a: Experiment, b: Experiment): number {
  return lastEventMs(b) - lastEventMs(a) || b.id - a.id;
}

function lastEventMs(experiment: Experiment): number {
  return experiment.endMs ?? experiment.startMs ?? experiment.createdMs ?? 0;
}
