/** The guard against looking too early: results stay folded until the planned sample is there. */
import type { KnownExperiment } from './concern';
import { findProgress, isEarly } from './earlyRead';

/** Whether the results are to be kept out of sight. Once an experiment has ended there is nothing to guard. */
export function isHiddenEarly({ experiment, results, hidesEarly }: KnownExperiment, nowMs: number): boolean {
  return (
    hidesEarly === true && results !== undefined && experiment.endMs === undefined && isEarly(results, nowMs)
  );
}

/** What stands instead: `result hidden until target`, without a plan `result hidden in the first week`. */
export function hiddenText({ results }: KnownExperiment): string {
  return results && findProgress(results) ? 'result hidden until target' : 'result hidden in the first week';
}
