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

/** The resource with its value changed, for example by the answer to a write; itself where the value stays the same. */
export function mapLoaded<T>(resource: Resource<T>, change: (value: T) => T): Resource<T> {
  const loaded = lastLoaded(resource);
  if (!loaded) return resource;
  const value = change(loaded.value);
  if (value === loaded.value) return resource;
  switch (resource.state) {
    case 'ready':
      return { ...resource, value };
    case 'loading':
    case 'failed':
      return { ...resource, previous: { ...loaded, value } };
    case 'idle':
      return resource;
  }
}
