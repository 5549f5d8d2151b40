import type { ExperimentPanelState } from '../../src/shared/panelView';
import type { Picks } from '../section';
import type { Memory } from './pageParts';

/** Keeps what the user picks on a page in its memory. */
export function createPicks(memory: Memory<ExperimentPanelState>): Picks {
  let picks = memory.load();
  return {
    current: () => picks,
    change(changed) {
      picks = { ...picks, ...changed };
      memory.save(picks);
    },
  };
}
