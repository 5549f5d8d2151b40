import type { PostHogError } from '../api/errors';

export interface Loaded<T> {
  readonly value: T;
  readonly loadedMs: number;
}

/** Something fetched: while it reloads, or when that fails, what was there stays and keeps its age. */
export type Resource<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly previous: Loaded<T> | undefined }
  | ({ readonly state: 'ready' } & Loaded<T>)
  | { readonly state: 'failed'; readonly error: PostHogError; readonly previous: Loaded<T> | undefined };

export const idle = { state: 'idle' } as const;

/** The newest value there is, however old. */
export function lastLoaded<T>(resource: Resource<T> | undefined): Loaded<T> | undefined {
  switch (resource?.state) {
    case 'ready':
      return resource;
    case 'loading':
    case 'failed':
      return resource.previous;
    case 'idle':
    case undefined:
      return undefined;
  }
}

/** The same resource with its value changed, for example by the answer to a write. */
export function mapLoaded<T>(resource: Resource<T>, change: (value: T) => T): Resource<T> {
  switch (resource.state) {
    case 'ready':
      return { ...resource, value: change(resource.value) };
    case 'loading':
    case 'failed':
      return resource.previous
        ? { ...resource, previous: { ...resource.previous, value: change(resource.previous.value) } }
        : resource;
    case 'idle':
      return resource;
  }
}
