import { formatAgo } from '../../shared/format';
import { lastLoaded } from '../store/resource';
import type { State } from '../store/store';

const minuteMs = 60_000;

/** What stands beside the title of the view: project, whether it is real, and the age of the list once it has one. */
export function viewDescription(
  { projectName, list }: Pick<State, 'projectName' | 'list'>,
  isSample: boolean,
  nowMs: number,
): string {
  const loaded = lastLoaded(list);
  const ageMs = loaded === undefined ? 0 : nowMs - loaded.loadedMs;
  const age = ageMs < minuteMs ? '' : `as of ${formatAgo(ageMs)}`;
  return [projectName, isSample ? 'sample data' : '', age].filter(Boolean).join(' · ');
}
