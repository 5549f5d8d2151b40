import type { FlagRow } from './flagRow';
import { numberIn } from './json';
import type { Project } from './project';

/** Sets a holdout on a flag, or with null takes it off. */
export function holdOut(project: Project, flag: FlagRow, holdoutId: number | null): void {
  const row = holdoutId === null ? undefined : project.holdouts.get(holdoutId);
  flag.holdout = row
    ? { id: row.id, exclusion_percentage: numberIn(row.filters[0], 'rollout_percentage') ?? 0 }
    : null;
  flag.version++;
}
