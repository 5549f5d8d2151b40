import posthog from 'posthog-js';

export const anyOn = (...flags: string[]) => flags.some((flag) => posthog.isFeatureEnabled(flag));

export function allOn(user: User, ...keys: string[]) {
  for (const key of keys) if (!posthog.isFeatureEnabled(key)) return false;
  return keys.length > 0 && user.isHere;
}

export const isNew = anyOn('⟦wrapper:new-a⟧', '⟦wrapper:new-b⟧') || allOn(me, '⟦wrapper:new-c⟧', '⟦wrapper:new-d⟧');
export const names = join('new-a', 'new-b');
