import { canonicalJson } from './fingerprint';
import type { Json } from './json';
import type { ActivityChange, ActivityRow } from './libraryRow';
import type { ExperimentRow } from './project';
import { Random } from './random';
import type { ProjectCall } from './route';
import { isoZ } from './time';
import { userBasic } from './userBasic';

type Doing = Pick<ActivityRow, 'scope' | 'itemId' | 'activity' | 'name' | 'changes'>;

/** Writes down what the call did. */
export function noteActivity({ project, world, key, client }: ProjectCall, doing: Doing): void {
  const createdMs = world.now();
  project.activity.push({ id: world.newUuid(), user: key.user, createdMs, client, ...doing });
}

/** One change for each field that will be another. */
export function changesBetween(before: object, after: object, type: ActivityRow['scope']): ActivityChange[] {
  return Object.keys(after).flatMap((field) => {
    const old: Json = plain(field, Reflect.get(before, field));
    const young: Json = plain(field, Reflect.get(after, field));
    if (canonicalJson(old) === canonicalJson(young)) return [];
    const action = old === null ? 'created' : young === null ? 'deleted' : 'changed';
    return [{ type, action, field, before: old, after: young } as const];
  });
}

function plain(field: string, value: Json | undefined): Json {
  if (value === undefined) return null;
  return field.endsWith('_date') && typeof value === 'number' ? isoZ(value) : value;
}

/** What is known of an experiment, the newest first; one of the sample data has a past of its own. */
export function experimentActivity(
  activity: readonly ActivityRow[],
  row: ExperimentRow,
): readonly ActivityRow[] {
  const noted = activity.filter((one) => one.scope === 'Experiment' && one.itemId === row.id);
  const isPlanted = noted.every((one) => one.activity !== 'created');
  return (isPlanted ? [...pastOf(row, noted), ...noted] : noted).toReversed();
}

function pastOf(row: ExperimentRow, noted: readonly ActivityRow[]): ActivityRow[] {
  // A date that was set by a call is told by that call.
  const isNoted = (field: string) =>
    noted.some((one) => one.changes.some((change) => change.field === field));
  const past = (activity: string, createdMs: number, changes: readonly ActivityChange[]): ActivityRow => ({
    id: new Random(`activity/${row.id}/${activity}/${createdMs}`).uuid(),
    scope: 'Experiment',
    itemId: row.id,
    activity,
    user: row.created_by,
    createdMs,
    name: row.name,
    changes,
    client: null,
  });
  const dated = (['start_date', 'end_date'] as const).flatMap((field) => {
    const timeMs = row[field];
    if (timeMs === null || isNoted(field)) return [];
    const more = field === 'end_date' && row.conclusion !== null ? { conclusion: row.conclusion } : {};
    return [past('updated', timeMs, changesBetween({}, { [field]: timeMs, ...more }, 'Experiment'))];
  });
  return [past('created', row.created_at, []), ...dated];
}

/** As the API shows a line. */
export function activityView(row: ActivityRow) {
  return {
    id: row.id,
    user: userBasic(row.user),
    activity: row.activity,
    scope: row.scope,
    item_id: String(row.itemId),
    detail: { id: null, name: row.name, short_id: null, type: null, trigger: null, changes: row.changes },
    created_at: isoZ(row.createdMs),
    is_system: false,
    was_impersonated: false,
    client: row.client,
    unread: false,
  };
}
