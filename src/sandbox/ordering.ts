import { invalid } from './errors';
import type { Era } from './era';
import { type JsonObject, textIn } from './json';
import { type Project, type SavedMetricLink, sharedMetrics } from './project';
import { pythonRepr } from './python';

/** The metrics of one side (primary or secondary) by uuid, before and after a write. */
export interface OrderingChange {
  readonly side: 'primary' | 'secondary';
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What the body says; undefined: nothing. */
  readonly sent: readonly string[] | null | undefined;
  readonly current: readonly string[] | null;
}

/**
 * The ordering after a write: metrics that came are entered, those that went are struck out.
 * @throws ApiRefusal 400 for one that leaves out metrics, up to the generation that takes any
 */
export function settledOrdering(change: OrderingChange, era: Era): readonly string[] | null {
  const { side, before, after, sent, current } = change;
  const said = sent === undefined ? current : sent;
  const isChanged = before.join() !== after.join();
  const ordering = era.keepsOrderings || !isChanged ? said : synced(said ?? [], before, after);
  if (era.takesAnyOrdering) return ordering && [...new Set(ordering)];
  if (after.length === 0) return ordering;
  const field = `${side}_metrics_ordered_uuids`;
  if (!ordering && era.keepsOrderings) return null;
  if (!ordering) throw invalid(`${field} is null but ${side} metrics exist. ${advice}`);
  const missing = after.filter((uuid) => !ordering.includes(uuid));
  if (missing.length === 0) return ordering;
  throw invalid(`${field} is missing UUIDs: ${pythonRepr(missing.toSorted())}. ${advice}`);
}

const advice = 'This is likely a frontend bug - please refresh and try again.';

function synced(ordering: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const kept = ordering.filter((uuid) => after.includes(uuid) || !before.includes(uuid));
  return [...kept, ...after.filter((uuid) => !before.includes(uuid) && !kept.includes(uuid))];
}

/** Uuids of one side's metrics, shared ones after the experiment's own. */
export function uuidsOnSide(
  side: OrderingChange['side'],
  metrics: readonly JsonObject[],
  saved: readonly SavedMetricLink[],
  project: Project,
): string[] {
  const links = saved.filter(
    (link) => ((textIn(link.metadata, 'type') ?? 'primary') === 'primary') === (side === 'primary'),
  );
  return [...metrics, ...sharedMetrics(project, links)].flatMap((metric) => textIn(metric, 'uuid') ?? []);
}
