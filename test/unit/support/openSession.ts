import { createApiCaller } from '../../../src/core/api/caller';
import { PostHogClient } from '../../../src/core/api/client';
import { createSession, type Session } from '../../../src/core/session';
import { Clock } from './clock';
import { FakeTransport, type Answer, type Respond } from './fakeTransport';
import { MemoryStorage } from './memoryStorage';

export interface OpenSession {
  readonly session: Session;
  readonly transport: FakeTransport;
  readonly storage: MemoryStorage;
  readonly clock: Clock;
}

/** A session on project 42 whose server is the test. */
export function openSession(
  answers: Respond | Answer[],
  { transport = new FakeTransport(answers), storage = new MemoryStorage() } = {},
): OpenSession {
  const clock = new Clock();
  const client = new PostHogClient(createApiCaller(transport));
  const session = createSession(
    { accountId: 'ada', projectId: 42, webUrl: undefined, client, storage, now: clock.now },
    'Web',
  );
  return { session, transport, storage, clock };
}

/** For whom never wants to stop. */
export const never = new AbortController().signal;
