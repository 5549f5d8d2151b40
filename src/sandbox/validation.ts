import { invalid } from './errors';
import type { ExperimentInput } from './experimentInput';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, textIn } from './json';
import type { FlagRow } from './flagRow';
import type { Project, SavedMetricLink } from './project';

/** Checks that take more than one field, in the server's words. All throw ApiRefusal 400. */

export function checkDates(input: ExperimentInput): void {
  const { start_date: start, end_date: end } = input;
  // Equal is refused too. An end date alone is accepted, even before the start.
  if (typeof start === 'number' && typeof end === 'number' && end <= start) {
    throw invalid('End date must be after start date');
  }
}

export function checkFilters(filters: JsonObject | undefined): void {
  const properties = filters?.['properties'];
  if (isList(properties) && properties.length > 0) {
    throw invalid('Experiments do not support global filter properties');
  }
}

export function checkStatsConfig(config: JsonObject | null | undefined, flag: FlagRow): void {
  const method = textIn(config, 'method');
  if (method !== undefined && method !== 'bayesian' && method !== 'frequentist') {
    throw invalid(`Invalid stats method: '${method}'. Must be one of: bayesian, frequentist`);
  }
  const baseline = textIn(config, 'baseline_variant_key');
  const keys = flag.variants.map((variant) => variant.key);
  if (baseline !== undefined && !keys.includes(baseline)) {
    throw invalid(`Invalid baseline_variant_key: '${baseline}'. Must be one of: ${keys.join(', ')}`);
  }
}

/** The sandbox's projects have no holdouts, so that any id is somebody else's. */
export function checkHoldout(holdoutId: number | null | undefined): void {
  if (typeof holdoutId !== 'number') return;
  throw invalid(`Invalid pk "${holdoutId}" - object does not exist.`, 'holdout_id', 'does_not_exist');
}

export function checkFlagKey(key: string): void {
  if (/^[A-Za-z0-9_-]+$/.test(key)) return;
  throw invalid('Only letters, numbers, hyphens (-) & underscores (_) are allowed.', 'key', 'invalid_key');
}

/** Links to shared metrics, replacing those there were. */
export function readSavedMetrics(value: Json, project: Project, nowMs: number): SavedMetricLink[] {
  if (value === null) return [];
  if (!isList(value)) throw invalid('Expected a list of items but got type "dict".', 'saved_metrics_ids');
  const links = value.map((item) => {
    if (!isObject(item)) throw invalid('Saved metric must be an object');
    if (item['id'] === undefined) throw invalid('Saved metric must have an id');
    const metadata = item['metadata'] ?? {};
    if (!isObject(metadata)) throw invalid('Metadata must be an object');
    if (item['metadata'] !== undefined && metadata['type'] === undefined) {
      throw invalid('Metadata must have a type key');
    }
    return { id: numberIn(item, 'id') ?? NaN, metadata };
  });
  if (links.some((link) => !project.savedMetrics.has(link.id))) {
    throw invalid('Saved metric does not exist or does not belong to this project');
  }
  return links.map((link) => ({
    id: project.nextId++,
    saved_metric: link.id,
    metadata: link.metadata,
    created_at: nowMs,
  }));
}
