import { ApiRefusal } from './errors';
import type { ExperimentInput } from './experimentInput';
import { canonicalJson } from './fingerprint';
import type { Json, JsonObject } from './json';
import { isList, isObject } from './json';
import type { ExperimentRow } from './project';
import { isoZ } from './time';

const notCompared = new Set([
  'version',
  'original_experiment',
  'allow_unknown_events',
  'update_feature_flag_params',
]);

/**
 * Refuses a PATCH that was made from an older state (409, newest servers). Without a version the last write wins.
 * With `original_experiment`, what the sender had read, only fields that both sides changed conflict; metric lists
 * are taken as a whole.
 */
export function refuseConflict(row: ExperimentRow, input: ExperimentInput): void {
  if (input.version === undefined || input.version === row.version) return;
  const original = input.original_experiment;
  const detail = 'The experiment has been changed since you loaded it.';
  if (!original) throw new ApiRefusal(409, { detail, current_version: row.version });
  const conflicting = Object.keys(input).filter(
    (name) => !notCompared.has(name) && conflicts(name, row, input, original),
  );
  if (conflicting.length === 0) return;
  throw new ApiRefusal(409, { detail, current_version: row.version, conflicting_fields: conflicting });
}

function conflicts(name: string, row: ExperimentRow, input: ExperimentInput, original: JsonObject): boolean {
  const current = comparable(currentValue(name, row));
  const base = original[name];
  if (base !== undefined && comparable(base) === current) return false;
  return comparable(valueOf(input, name)) !== current;
}

function currentValue(name: string, row: ExperimentRow): Json | undefined {
  switch (name) {
    case 'feature_flag_key':
      return row.flag.key;
    case 'saved_metrics_ids':
      return row.saved.map((link) => ({ id: link.saved_metric, metadata: link.metadata }));
    default:
      return valueOf(row, name);
  }
}

/** Times as the API writes them, whatever side they come from. */
function valueOf(holder: object, name: string): Json | undefined {
  const value: Json | undefined = Reflect.get(holder, name);
  return name.endsWith('_date') && typeof value === 'number' ? isoZ(value) : value;
}

/** Fingerprints are the server's own and change with every launch. */
function comparable(value: Json | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return String(Date.parse(value));
  if (!isList(value)) return canonicalJson(value);
  return canonicalJson(value.map((item) => (isObject(item) ? { ...item, fingerprint: undefined } : item)));
}
