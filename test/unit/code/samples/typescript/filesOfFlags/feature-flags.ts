import posthog from 'posthog-js';

export const PRICE_VARIANT = '⟦definition:price-variant⟧' as const;
export const COPY_VARIANT = '⟦definition:copy-variant⟧' as const;
export const ONBOARDING_FLOW = '⟦definition:onboarding-flow⟧' as const;
export const EXPOSED_EVENT = 'experiment-exposed';

export const price = posthog.getFeatureFlag(⟦use:PRICE_VARIANT=>price-variant⟧);
export const copy = posthog.getFeatureFlag(⟦use:COPY_VARIANT=>copy-variant⟧);
