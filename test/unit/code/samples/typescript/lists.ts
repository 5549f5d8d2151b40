import posthog from 'posthog-js';

const BETA_FLAGS = ['⟦definition:beta-maps⟧', '⟦definition:beta-charts⟧'] as const;
const LIMITS = new Set(['⟦definition:soft-limit⟧', '⟦definition:hard-limit⟧']);

export function activeBetas(): string[] {
  return BETA_FLAGS.filter((flag) => posthog.isFeatureEnabled(flag));
}

export function anyLimit(): boolean {
  for (const key of LIMITS) {
    if (posthog.isFeatureEnabled(key)) return true;
  }
  return false;
}

export const first = posthog.getFeatureFlag(⟦use:BETA_FLAGS[0]=>beta-maps⟧);
