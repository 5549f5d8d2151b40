import type { Experiment } from '../model/experiment';

export type Attention =
  | 'flagOff'
  | 'flagServesNobody'
  | 'flagLiveBeforeLaunch'
  | 'flagLiveAfterEnd'
  | 'flagMissing';

/**
 * What deserves a look, as far as a list item tells (PostHog's own flag checks: `flag_off_while_running`,
 * `running_but_no_rollout`, `flag_live_before_launch`, `flag_live_after_end`).
 */
export function findAttention(experiment: Experiment): Attention | undefined {
  const { flag, status } = experiment;
  if (experiment.archived) return undefined;
  if (status === 'running' || status === 'exposure_frozen') {
    if (!flag) return 'flagMissing';
    if (!flag.active) return 'flagOff';
    return flag.servesSomeone ? undefined : 'flagServesNobody';
  }
  const splits = flag !== undefined && flag.active && flag.servesSomeone && servedVariants(experiment) > 1;
  if (status === 'draft') return splits ? 'flagLiveBeforeLaunch' : undefined;
  if (status === 'stopped') return splits ? 'flagLiveAfterEnd' : undefined;
  return undefined;
}

/** One variant at 100 % has been shipped: nothing is split any more. */
function servedVariants(experiment: Experiment): number {
  return experiment.variants.filter((variant) => variant.rolloutPercent !== 0).length;
}
