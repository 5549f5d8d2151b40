import posthog from 'posthog-js';

export const MENU_OPEN = '⟦definition:menu-open⟧';
export const MENU_WIDE = '⟦definition:menu-wide⟧';
export const MENU_CLASS = 'menu-class';

export const menu = [posthog.isFeatureEnabled(⟦use:MENU_OPEN=>menu-open⟧), posthog.isFeatureEnabled(⟦use:MENU_WIDE=>menu-wide⟧)];
