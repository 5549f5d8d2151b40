import { invalid } from './errors';
import type { Era } from './era';
import type { ExperimentInput } from './experimentInput';
import type { FlagRow } from './flagRow';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, textIn } from './json';
import type { Project, SavedMetricLink } from './project';
import { pythonRepr, pythonType } from './python';
import { tooFewVariants } from './variantInput';

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

export function checkStatsConfig(config: JsonObject | null | undefined, flag: FlagRow, era: Era): void {
  if (!era.checksBodies) return;
  const method = textIn(config, 'method');
  if (method !== undefined && method !== 'bayesian' && method !== 'frequentist') {
    throw invalid(`Invalid stats method: '${method}'. Must be one of: bayesian, frequentist`);
  }
  const baseline = textIn(config, 'baseline_variant_key');
  const keys = flag.variants.map((variant) => variant.key);
  if (baseline !== undefined && keys.length > 0 && !keys.includes(baseline)) {
    throw invalid(
      `Invalid baseline_variant_key: '${baseline}'. Must be one of: ${keys.toSorted().join(', ')}`,
    );
  }
}

/** @param baseline the variant the others are measured against */
export function checkExcluded(excluded: readonly string[], flag: FlagRow, baseline: string): void {
  const holdouts = excluded.filter((key) => key.startsWith('holdout-'));
  if (holdouts.length > 0) {
    throw invalid(`cannot exclude holdout pseudo-variants: ${pythonRepr(holdouts.toSorted())}`);
  }
  if (excluded.includes(baseline)) throw invalid(`baseline variant cannot be excluded ('${baseline}')`);
  const keys = flag.variants.map((variant) => variant.key);
  const unknown = excluded.filter((key) => !keys.includes(key));
  if (unknown.length > 0) {
    throw invalid(`unknown variants for this experiment: ${pythonRepr(unknown.toSorted())}`);
  }
  if (excluded.length > 0 && keys.every((key) => key === baseline || excluded.includes(key))) {
    throw invalid('at least one test variant must remain in analysis');
  }
}

const runningTimeNumbers = [
  'minimum_detectable_effect',
  'recommended_running_time',
  'recommended_sample_size',
];

/** What the running-time calculator stores. */
export function readRunningTime(value: Json): JsonObject {
  const attr = 'running_time_calculation';
  if (value === null) return {};
  if (!isObject(value)) throw invalid('running_time_calculation must be an object', attr);
  const unknown = Object.keys(value).filter(
    (key) => !runningTimeNumbers.includes(key) && key !== 'exposure_estimate_config',
  );
  if (unknown.length > 0) {
    throw invalid(`running_time_calculation got unknown keys: ${pythonRepr(unknown.toSorted())}`, attr);
  }
  const wrong = runningTimeNumbers.find(
    (key) => (value[key] ?? null) !== null && typeof value[key] !== 'number',
  );
  if (wrong !== undefined) throw invalid(`${wrong} must be a number`, attr);
  const exposure = value['exposure_estimate_config'] ?? null;
  if (exposure !== null && !isObject(exposure)) {
    throw invalid('exposure_estimate_config must be an object', attr);
  }
  return value;
}

export function checkHoldout(holdoutId: number | null | undefined, project: Project): void {
  if (typeof holdoutId !== 'number' || project.holdouts.has(holdoutId)) return;
  throw invalid(`Invalid pk "${holdoutId}" - object does not exist.`, 'holdout_id', 'does_not_exist');
}

export function checkFlagKey(key: string): void {
  if (/^[A-Za-z0-9_-]+$/.test(key)) return;
  throw invalid('Only letters, numbers, hyphens (-) & underscores (_) are allowed.', 'key', 'invalid_key');
}

/** Whether a flag that is there can carry an experiment. */
export function checkLinkedFlag(flag: FlagRow, era: Era): void {
  if (flag.variants.length < 2) throw invalid(tooFewVariants(era));
  if (era.needsControl && flag.variants.every((variant) => variant.key !== 'control')) {
    throw invalid("Feature flag must have a variant with key 'control'");
  }
}

/** A flag that is gone sends nobody anywhere. */
export function checkLaunch(flag: FlagRow, era: Era): void {
  if (flag.deleted) {
    throw invalid('Experiment cannot be launched because its feature flag has been deleted.');
  }
  checkLinkedFlag(flag, era);
}

/**
 * Links to shared metrics, replacing those there were; a link to a metric that stays is the same link.
 * @param current the links there are
 */
export function readSavedMetrics(
  value: Json,
  current: readonly SavedMetricLink[],
  project: Project,
  nowMs: number,
): SavedMetricLink[] {
  if (value === null) return [];
  const attr = 'saved_metrics_ids';
  if (!isList(value)) {
    throw invalid(`Expected a list of items but got type "${pythonType(value)}".`, attr, 'not_a_list');
  }
  const wanted = value.map((item) => {
    if (!isObject(item)) throw invalid('Saved metric must be an object', attr);
    if (item['id'] === undefined) throw invalid('Saved metric must have an id', attr);
    const metadata = item['metadata'];
    if (metadata !== undefined && !isObject(metadata)) throw invalid('Metadata must be an object', attr);
    if (metadata !== undefined && metadata['type'] === undefined) {
      throw invalid('Metadata must have a type key', attr);
    }
    return { id: numberIn(item, 'id') ?? NaN, metadata: metadata ?? {} };
  });
  const ids = new Set(wanted.map(({ id }) => id).filter((id) => project.savedMetrics.has(id)));
  // Also when one comes twice: the server counts.
  if (ids.size !== wanted.length) {
    throw invalid('Saved metric does not exist or does not belong to this project', attr);
  }
  return wanted.map(({ id, metadata }) => {
    const kept = current.find((link) => link.saved_metric === id);
    return {
      id: kept?.id ?? project.nextId++,
      saved_metric: id,
      metadata,
      created_at: kept?.created_at ?? nowMs,
    };
  });
}
