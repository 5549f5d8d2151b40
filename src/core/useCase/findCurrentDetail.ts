import type { ExperimentDetail } from '../model/experiment';
import { findRow } from '../store/knownExperiments';
import { lastLoaded } from '../store/resource';
import type { State } from '../store/store';

/**
 * What is known of the experiment whole, unless PostHog changed it since: the list tells when it was changed last. A
 * flag that is switched elsewhere does not count as a change, and is told by the list itself.
 */
export function findCurrentDetail(state: State, id: number): ExperimentDetail | undefined {
  const detail = lastLoaded(state.details.get(id))?.value;
  if (detail?.updatedMs === undefined) return undefined;
  const row = findRow(state, id);
  return row === undefined || row.updatedMs === detail.updatedMs ? detail : undefined;
}
