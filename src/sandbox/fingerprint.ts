import type { Json, JsonObject } from './json';
import { isList, isObject, textIn } from './json';
import { isoOffset } from './time';

/** What of an experiment names the configuration a daily series belongs to. */
export interface FingerprintConfig {
  readonly start_date: number | null;
  readonly stats_config: JsonObject | null;
  readonly exposure_criteria: JsonObject | null;
  readonly only_count_matured_users: boolean;
  readonly excluded_variants: readonly string[] | null;
}

const ignoredKeys = new Set(['uuid', 'name', 'kind', 'fingerprint', 'only_count_matured_users']);

/**
 * Lower-case hex SHA-256 that names a metric in the configuration of its experiment, as PostHog computes it
 * (products/experiments, experiment_metric_fingerprint.py). Python tells 1.0 from 1 and this cannot, so a metric
 * with a whole number written as a float gets another one here.
 */
export async function metricFingerprint(metric: JsonObject, config: FingerprintConfig): Promise<string> {
  return sha256Hex(fingerprintSource(metric, config));
}

export async function sha256Hex(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The text that is hashed: two metrics have one fingerprint exactly when these are equal. */
export function fingerprintSource(metric: JsonObject, config: FingerprintConfig): string {
  const definition = Object.fromEntries(
    Object.entries(metric).filter(
      ([key, value]) => !ignoredKeys.has(key) && !(key === 'breakdownFilter' && isEmpty(value)),
    ),
  );
  const excluded = config.excluded_variants ?? [];
  return canonicalJson({
    metric: definition,
    start_date: config.start_date === null ? null : isoOffset(config.start_date),
    stats_method: textIn(config.stats_config, 'method') ?? 'bayesian',
    ...(isEmpty(config.exposure_criteria) ? {} : { exposure_criteria: config.exposure_criteria }),
    ...(config.only_count_matured_users ? { only_count_matured_users: true } : {}),
    ...(excluded.length > 0 ? { excluded_variants: excluded.toSorted() } : {}),
  });
}

/** As Python's `json.dumps(…, sort_keys=True, separators=(',', ':'))` writes it: all but ASCII is escaped. */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isObject(value)) {
    const members = Object.keys(value)
      .toSorted()
      .flatMap((key) => {
        const member = value[key];
        return member === undefined ? [] : [`${quoted(key)}:${canonicalJson(member)}`];
      });
    return `{${members.join(',')}}`;
  }
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isEmpty(value: Json | undefined): boolean {
  return value === null || value === undefined || (isObject(value) && Object.keys(value).length === 0);
}
