import type { Account } from './account';

/** Why no other project can be chosen for this workspace; undefined when one can. */
export function projectObstacle({ source, project }: Account): string | undefined {
  if (source === 'sample') return 'The sample data has one project. Sign in to choose among your own.';
  return source === 'environment' && project
    ? `The environment sets the project (POSTHOG_PROJECT_ID = ${project.id}). Unset it to choose another here.`
    : undefined;
}
