import { createHash } from 'node:crypto';

export interface FingerprintParts {
  readonly metric: object;
  readonly startDate: string | null;
  readonly statsMethod?: string | undefined;
  readonly exposureCriteria?: object | null | undefined;
  readonly onlyCountMaturedUsers?: boolean | undefined;
  readonly excludedVariants?: readonly string[] | null | undefined;
}

const leftOut = new Set(['uuid', 'name', 'kind', 'fingerprint', 'only_count_matured_users']);

/** What PostHog's server calculates, written anew from its documentation. */
export function fingerprintOf({
  metric,
  startDate,
  statsMethod = 'bayesian',
  exposureCriteria,
  onlyCountMaturedUsers,
  excludedVariants,
}: FingerprintParts): string {
  const kept = Object.entries(metric).filter(
    ([key, value]) => !leftOut.has(key) && !(key === 'breakdownFilter' && isEmpty(value)),
  );
  const parts = {
    metric: Object.fromEntries(kept),
    start_date: startDate === null ? null : startDate.replace(/Z$/, '+00:00'),
    stats_method: statsMethod,
    ...(isEmpty(exposureCriteria) ? {} : { exposure_criteria: exposureCriteria }),
    ...(onlyCountMaturedUsers === true ? { only_count_matured_users: true } : {}),
    ...(isEmpty(excludedVariants) ? {} : { excluded_variants: excludedVariants?.toSorted() }),
  };
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || Object.keys(value).length === 0;
}

/** Python's `json.dumps(value, sort_keys=True, separators=(',', ':'))`. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return (JSON.stringify(value) ?? 'null').replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
