import { useFeatureFlagEnabled } from 'posthog-js/react';
import posthog from 'posthog-js';
import { PLAN_FLAGS, ROLLOUTS } from './registry';

export function isRolledOut(region: string): boolean {
  const flag = ROLLOUTS[region];
  return flag === undefined || posthog.isFeatureEnabled(flag) === true;
}

export const plans = PLAN_FLAGS.map((flag) => useFeatureFlagEnabled(flag));
export const asia = isRolledOut('asia');
