import type { Experiment } from '../model/experiment';
import type { ReleaseCondition } from '../model/featureFlag';

/**
 * Whether release conditions hand out a variant of their own instead of drawing lots (PostHog's
 * `forced_variant_release_condition`): the groups compared are then not alike.
 */
export function findForcedVariants({ flag, variants }: Experiment): 'some' | 'all' | undefined {
  if (!flag || flag.deleted) return undefined;
  const keys = new Set(variants.map(({ key }) => key));
  const reachable = reachableConditions(flag.releaseConditions);
  const forced = reachable.filter(
    ({ forcedVariant }) => forcedVariant !== undefined && keys.has(forcedVariant),
  );
  if (forced.length === 0) return undefined;
  return forced.length === reachable.length ? 'all' : 'some';
}

/** The first match decides: nobody comes past a condition that takes everyone, and one at 0 % takes nobody. */
function reachableConditions(conditions: readonly ReleaseCondition[]): readonly ReleaseCondition[] {
  const served = conditions.filter(({ rolloutPercent }) => rolloutPercent !== 0);
  const last = served.findIndex(
    ({ isCatchAll, rolloutPercent }) => isCatchAll && (rolloutPercent ?? 100) === 100,
  );
  return last < 0 ? served : served.slice(0, last + 1);
}
