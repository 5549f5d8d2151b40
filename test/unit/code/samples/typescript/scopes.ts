import posthog from 'posthog-js';

const KEY = '⟦definition:outer-key⟧';

function inner() {
  const KEY = '⟦definition:inner-key⟧';
  return posthog.isFeatureEnabled(⟦use:KEY=>inner-key⟧);
}

function parameter(KEY: string) {
  return KEY.length;
}

function block(wide: boolean) {
  if (wide) {
    const flag = '⟦definition:wide-layout⟧';
    return posthog.getFeatureFlag(⟦use:flag=>wide-layout⟧);
  }
  const flag = '⟦definition:narrow-layout⟧';
  return posthog.getFeatureFlag(⟦use:flag=>narrow-layout⟧);
}

export const all = [inner(), parameter('outer-key'), block(true), posthog.isFeatureEnabled(⟦use:KEY=>outer-key⟧)];
