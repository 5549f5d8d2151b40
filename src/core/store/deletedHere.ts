import { PostHogError } from '../api/errors';
import type { Resource } from './resource';

/** Stands in place of an experiment that was deleted from here, and could be restored. */
export const deletedHere = new PostHogError('notFound', {
  method: 'GET',
  template: '/api/projects/:project/experiments/:id/',
  serverMessage: 'The experiment was deleted.',
});

export function isDeletedHere(resource: Resource<unknown> | undefined): boolean {
  return resource?.state === 'failed' && resource.error === deletedHere;
}
