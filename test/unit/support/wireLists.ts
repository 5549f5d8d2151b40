import type { Session } from '../../../src/core/session';
import { lastLoaded } from '../../../src/core/store/resource';
import { queryOf, type Answer, type Respond } from './fakeTransport';
import { wireListItem } from './wireExperiments';

/** A row of the list, called after its number. */
export function row(id: number, parts: object = {}): object {
  return { ...wireListItem, id, name: `Number ${id}`, ...parts };
}

export function page(...results: unknown[]): Answer {
  return { body: { count: results.length, next: null, results } };
}

/** A server with open and archived experiments. */
export function serveLists(open: readonly unknown[], archived: readonly unknown[] = []): Respond {
  return (request) => (queryOf(request)['archived'] === 'true' ? page(...archived) : page(...open));
}

/** What the list on screen says. */
export function namesOf({ store }: Session): readonly string[] | undefined {
  return lastLoaded(store.state.list)?.value.experiments.map(({ name }) => name);
}
