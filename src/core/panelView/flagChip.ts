import type { ChipView } from '../../shared/panelTrust';
import type { Experiment } from '../model/experiment';
import { variantSplit } from '../experiment/wording';

/** What the flag does, where nothing is wrong with it. */
export function flagChip(experiment: Experiment): Pick<ChipView, 'state' | 'words' | 'lines'> {
  const { flag, flagKey, status } = experiment;
  const lines = [
    `${flagKey} has ${variantSplit(experiment)}.`,
    ...(flag ? [conditionText(flag.releaseConditions.length)] : []),
  ];
  if (!flag || flag.deleted) return { state: 'waiting', words: 'gone', lines: [`${flagKey} is deleted.`] };
  switch (status) {
    case 'draft':
      return { state: 'ok', words: flag.active ? 'on' : 'off until launch', lines };
    case 'stopped':
      return { state: 'ok', words: flag.active ? 'serves one variant' : 'off', lines };
    case 'paused':
      return { state: 'waiting', words: 'off: paused', lines };
    case 'exposure_frozen':
      return { state: 'ok', words: 'on, nobody new', lines };
    case 'running':
    case 'other':
      return { state: 'ok', words: flag.active ? 'on' : 'off', lines };
  }
}

function conditionText(count: number): string {
  if (count === 0) return 'It has no release condition.';
  return `It has ${count} release ${count === 1 ? 'condition' : 'conditions'}.`;
}
