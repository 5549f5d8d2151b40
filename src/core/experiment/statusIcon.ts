import type { Experiment } from '../model/experiment';
import { findAttention } from './attention';

/**
 * The name of the icon, of VS Code's own set, that stands for an experiment's state on every surface.
 * @param hasProblem whether something is wrong with it, as far as is known; by default as far as its row tells
 */
export function statusIcon(
  experiment: Experiment,
  hasProblem = findAttention(experiment) !== undefined,
): string {
  if (experiment.archived) return 'archive';
  if (hasProblem) return 'warning';
  switch (experiment.status) {
    case 'draft':
      return 'circle-outline';
    case 'running':
    case 'exposure_frozen':
      return 'beaker';
    case 'paused':
      return 'debug-pause';
    case 'stopped':
      return 'check';
    case 'other':
      return 'question';
  }
}
