import { cutText } from '../../shared/cutText';
import type { Experiment } from '../model/experiment';
import { attentionWord, conclusionWord, statusWithAge } from './wording';
import { findAttention } from './attention';
import { inertText } from './inertText';
import { statusIcon } from './statusIcon';

const maxLength = 80;

/** One line above a flag call, at most 80 characters with its icon, written `$(…)`. Server text is made inert. */
export function lensText(
  [experiment, ...others]: readonly [Experiment, ...Experiment[]],
  nowMs: number,
): string {
  const more = others.length === 0 ? '' : ` · +${others.length} more`;
  const text = inertText(describe(experiment, nowMs));
  const icon = `$(${statusIcon(experiment)})`;
  return `${icon} ${cutText(text, maxLength - `${icon} ${more}`.length)}${more}`;
}

function describe(experiment: Experiment, nowMs: number): string {
  const attention = findAttention(experiment);
  const status = statusWithAge(experiment, nowMs);
  if (experiment.archived) return 'Archived experiment: this flag check can likely go';
  if (attention !== undefined) return `${status} · ${attentionWord(attention)}`;
  switch (experiment.status) {
    case 'draft':
      return `Draft experiment · ${experiment.variants.map(({ key }) => key).join(', ')}`;
    case 'stopped':
      return `${status} · ${conclusionWord(experiment.conclusion)}`;
    case 'paused':
      return `${status} · flag off`;
    case 'running':
    case 'exposure_frozen':
    case 'other':
      return `${status} · ${experiment.name}`;
  }
}
