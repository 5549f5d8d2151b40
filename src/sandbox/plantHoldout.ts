import type { FlagRow } from './flagRow';
import { people } from './people';
import type { Project } from './project';

const holdoutId = 3;
const exclusionPercent = 10;

/** Sets the project's one holdout on a flag, and makes it if it is the first. @returns its id */
export function setHoldout(project: Project, flag: FlagRow, createdMs: number): number {
  if (!project.holdouts.has(holdoutId)) {
    project.holdouts.set(holdoutId, {
      id: holdoutId,
      name: 'Kept out this quarter',
      description: 'Nobody in here sees anything new, so that we can tell what all of it together did.',
      filters: [{ properties: [], rollout_percentage: exclusionPercent, variant: `holdout-${holdoutId}` }],
      created_by: people[0],
      created_at: createdMs,
      updated_at: createdMs,
    });
  }
  flag.holdout = { id: holdoutId, exclusion_percentage: exclusionPercent };
  return holdoutId;
}
