import type { PostHogClient } from './api/client';
import { Flights } from './store/flights';
import type { ListStorage } from './store/listStorage';
import { Store } from './store/store';

/** One account's view of one project. Changing either makes a new session; the old one's late replies are dropped. */
export interface Session {
  readonly accountId: string;
  readonly projectId: number;
  /** Where PostHog's web app shows this project: `https://us.posthog.com/project/42`; undefined on sample data. */
  readonly webUrl: string | undefined;
  readonly client: PostHogClient;
  readonly store: Store;
  readonly flights: Flights;
  readonly storage: ListStorage;
  /** Aborts when the session is over. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  dispose(): void;
}

export type SessionOptions = Pick<
  Session,
  'accountId' | 'projectId' | 'webUrl' | 'client' | 'storage' | 'now'
>;

export function createSession(options: SessionOptions, projectName: string): Session {
  const over = new AbortController();
  return {
    ...options,
    store: new Store(projectName),
    flights: new Flights(),
    signal: over.signal,
    dispose: () => over.abort(),
  };
}
