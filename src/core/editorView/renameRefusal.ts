import { inertText } from '../experiment/inertText';

/** Why a flag's key cannot be renamed in the code, and what can be done instead. */
export function renameRefusal(key: string, hasExperiment: boolean): string {
  const reason = `“${inertText(key)}” is the key of a feature flag. Keys never change: PostHog decides by it who sees what, and all events carry it.`;
  const way = hasExperiment
    ? 'For another key, run “Experiment Lens: Duplicate Experiment” and use the key of the copy.'
    : 'For another key, make a flag with that key and use it here.';
  return `${reason} ${way}`;
}
