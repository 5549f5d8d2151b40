import posthog from 'posthog-js';

export const MENU_FLAG = '⟦definition:lone-menu⟧';
export const ORDER_FLAG = '⟦definition:lone-order⟧';
export const MENU_COLOR = 'lone-color';
export const EXPERIMENT_CHECKOUT = '⟦definition:lone-checkout⟧';
export const EXPERIMENT_PRICE = '⟦definition:lone-price⟧';
const CHECKOUT_EVENT = 'lone-event';

export const menu = posthog.isFeatureEnabled(⟦use:MENU_FLAG=>lone-menu⟧);
export const checkout = posthog.getFeatureFlag(⟦use:EXPERIMENT_CHECKOUT=>lone-checkout⟧);
posthog.capture(CHECKOUT_EVENT, { color: MENU_COLOR });
