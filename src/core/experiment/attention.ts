import type { Experiment } from '../model/experiment';
import type { FeatureFlag } from '../model/featureFlag';

export type Attention =
  | 'flagOff'
  | 'flagServesNobody'
  | 'variantShipped'
  | 'flagLiveBeforeLaunch'
  | 'flagLiveAfterEnd'
  | 'flagMissing';

/**
 * What deserves a look, as far as a list item tells (PostHog's own flag checks: `flag_off_while_running`,
 * `running_but_no_rollout`, `variant_shipped_while_running`, `flag_live_before_launch`, `flag_live_after_end`).
 */
export function findAttention(experiment: Experiment): Attention | undefined {
  const { flag, status } = experiment;
  if (experiment.archived) return undefined;
  if (status === 'running' || status === 'exposure_frozen') {
    // PostHog keeps a deleted flag beside the experiment; its state means nothing any more.
    if (!flag || flag.deleted) return 'flagMissing';
    if (!flag.active) return 'flagOff';
    if (!flag.servesSomeone) return 'flagServesNobody';
    return isShipped(experiment, flag) ? 'variantShipped' : undefined;
  }
  if (!flag || flag.deleted) return undefined;
  const splits =
    flag.active && flag.servesSomeone && servedVariants(experiment) > 1 && !isShipped(experiment, flag);
  if (status === 'draft') return splits ? 'flagLiveBeforeLaunch' : undefined;
  if (status === 'stopped') return splits ? 'flagLiveAfterEnd' : undefined;
  return undefined;
}

/** The first release condition gives one variant to everyone. */
function isShipped({ variants }: Experiment, flag: FeatureFlag): boolean {
  return servesAll(flag) && variants.some(({ rolloutPercent }) => rolloutPercent === 100);
}

/** The first release condition matches everyone: no other decides anything. */
export function servesAll({ releaseConditions: [first] }: FeatureFlag): boolean {
  return first !== undefined && first.isCatchAll && (first.rolloutPercent ?? 100) === 100;
}

function servedVariants(experiment: Experiment): number {
  return experiment.variants.filter((variant) => variant.rolloutPercent !== 0).length;
}
