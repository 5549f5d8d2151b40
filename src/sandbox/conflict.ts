import { ApiRefusal } from './errors';
import type { Era } from './era';
import type { ExperimentInput } from './experimentInput';
import { canonicalJson } from './fingerprint';
import { flagParameters } from './flagConfig';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, textIn } from './json';
import type { ExperimentRow } from './project';
import { isoZ } from './time';

/** Not what somebody edits. */
const notCompared = new Set([
  'version',
  'original_experiment',
  'allow_unknown_events',
  'update_feature_flag_params',
  'feature_flag',
]);

/** What names an item of a list, so that lists can be merged item by item. */
const listKeys: Readonly<Record<string, (item: JsonObject) => string | undefined>> = {
  metrics: (item) => textIn(item, 'uuid'),
  metrics_secondary: (item) => textIn(item, 'uuid'),
  saved_metrics_ids: (item) => `saved_metric:${numberIn(item, 'id')}`,
};

/**
 * A PATCH made from an older state, merged with what others did since (newest servers). Without a version the last
 * write wins; with a stale one and no `original_experiment`, what the sender had read, everything is refused.
 * @throws ApiRefusal 409 that names what cannot be merged
 */
export function mergedWith(row: ExperimentRow, input: ExperimentInput, era: Era): ExperimentInput {
  if (!era.hasVersions || input.version === undefined || input.version === row.version) return input;
  const original = input.original_experiment;
  if (!original) throw conflict(row, {});
  const metricUuids: string[] = [];
  const fields: string[] = [];
  const merged: Record<string, unknown> = { ...input };
  for (const [name, value] of Object.entries(input)) {
    if (notCompared.has(name)) continue;
    const states = { base: original[name], current: currentValue(name, row), sent: wire(name, value) };
    const key = listKeys[name];
    if (key) {
      const { items, clashes } = mergeLists(states, key);
      merged[name] = items;
      metricUuids.push(...clashes);
    } else {
      const winner = winnerOf(states);
      if (winner === 'none') fields.push(name);
      if (winner === 'current') delete merged[name];
    }
  }
  if (metricUuids.length + fields.length === 0) return merged;
  throw conflict(row, {
    ...(metricUuids.length > 0 && { conflicting_metric_uuids: metricUuids }),
    ...(fields.length > 0 && { conflicting_fields: fields }),
  });
}

function conflict(row: ExperimentRow, what: object): ApiRefusal {
  const detail = 'The experiment has been changed since you loaded it.';
  return new ApiRefusal(409, { detail, current_version: row.version, ...what });
}

/** The same thing as the sender had read it, as it is now, and as it is sent; undefined: not there. */
interface States {
  readonly base: Json | undefined;
  readonly current: Json | undefined;
  readonly sent: Json | undefined;
}

function winnerOf({ base, current, sent }: States): 'current' | 'sent' | 'none' {
  if (isSame(sent, current)) return 'current';
  if (isSame(base, current)) return 'sent';
  return isSame(base, sent) ? 'current' : 'none';
}

/** Both sides' additions stay; a deletion takes only what its author had seen. */
function mergeLists(states: States, key: (item: JsonObject) => string | undefined) {
  const [base, current, sent] = [states.base, states.current, states.sent].map((list) => byKey(list, key));
  const items: JsonObject[] = [];
  const clashes: string[] = [];
  for (const name of new Set([...(current?.keys() ?? []), ...(sent?.keys() ?? [])])) {
    const item = { base: base?.get(name), current: current?.get(name), sent: sent?.get(name) };
    const winner = winnerOf(item);
    if (winner === 'none') clashes.push(name);
    const kept = winner === 'sent' ? item.sent : item.current;
    if (kept) items.push(kept);
  }
  return { items, clashes };
}

function byKey(
  list: Json | undefined,
  key: (item: JsonObject) => string | undefined,
): Map<string, JsonObject> {
  const items = isList(list ?? null) ? (list as readonly Json[]).filter(isObject) : [];
  return new Map(items.map((item, index) => [key(item) ?? `#${index}`, item]));
}

function currentValue(name: string, row: ExperimentRow): Json | undefined {
  switch (name) {
    case 'feature_flag_key':
      return row.flag.key;
    case 'parameters':
      return { ...row.parameters, ...flagParameters(row.flag) };
    case 'saved_metrics_ids':
      return row.saved.map((link) => ({ id: link.saved_metric, metadata: link.metadata }));
    default:
      return wire(name, Reflect.get(row, name));
  }
}

/** Times as the API writes them, whatever side they come from. */
function wire(name: string, value: Json | undefined): Json | undefined {
  return name.endsWith('_date') && typeof value === 'number' ? isoZ(value) : value;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return comparable(a) === comparable(b);
}

/** Fingerprints are the server's own and change with every launch; `split_percent` repeats the share. */
function comparable(value: Json | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return String(Date.parse(value));
  return canonicalJson(withoutEchoes(value));
}

function withoutEchoes(value: Json): Json {
  if (isList(value)) return value.map(withoutEchoes);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'fingerprint' && key !== 'split_percent')
      .map(([key, member]) => [key, member === undefined ? member : withoutEchoes(member)]),
  );
}
