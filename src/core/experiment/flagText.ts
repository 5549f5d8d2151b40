/** A feature flag that an experiment may use, in a few words. All text is made inert. */
import type { Experiment } from '../model/experiment';
import type { ListedFlag } from '../model/featureFlag';
import { inertText } from './inertText';

/** `control 50, test 50` */
export function flagSplit({ variants }: ListedFlag): string {
  const parts = variants.map(({ key, rolloutPercent }) =>
    rolloutPercent === undefined ? key : `${key} ${rolloutPercent}`,
  );
  return inertText(parts.join(', '));
}

/** `control 50, test 50 · on`, and what it is used by. @param experiments those that are known */
export function flagDetail(flag: ListedFlag, experiments: readonly Experiment[]): string {
  const users = flag.experimentIds.map((id) => {
    const name = experiments.find((experiment) => experiment.id === id)?.name;
    return name === undefined ? `experiment ${id}` : `“${name}”`;
  });
  const use =
    users.length === 0
      ? ''
      : ` · used by ${inertText(users.join(', '))}: two experiments on one flag disturb each other`;
  return `${flagSplit(flag)} · ${flag.active ? 'on' : 'off'}${use}`;
}
