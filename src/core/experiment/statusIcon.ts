import type { Experiment } from '../model/experiment';
import { findAttention } from './attention';

/** The name of the icon, of VS Code's own set, that stands for an experiment's state on every surface. */
export function statusIcon(experiment: Experiment): string {
  if (experiment.archived) return 'archive';
  if (findAttention(experiment) !== undefined) return 'warning';
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
