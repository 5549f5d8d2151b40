import { pageOf } from '../pages';
import { type Answer, ok, type ProjectCall } from '../route';
import { isoZ } from '../time';

/** `GET event_definitions/`: names for pickers, found by a piece of them. */
export function listEventDefinitions({ project, url }: ProjectCall): Answer {
  const search = url.searchParams.get('search')?.toLowerCase() ?? '';
  const rows = [...project.events.values()]
    .filter((event) => event.name.toLowerCase().includes(search))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((event) => ({
      id: event.id,
      name: event.name,
      description: event.description ?? null,
      tags: [],
      created_at: null,
      last_seen_at: event.lastSeenMs === null ? null : isoZ(event.lastSeenMs),
      is_action: false,
      verified: false,
      hidden: false,
      owner: null,
    }));
  return ok(pageOf(rows, url));
}
