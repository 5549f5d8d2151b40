import posthog from 'posthog-js';

const NEW_NAV = '⟦definition:default-nav⟧';
const LABEL = 'plain-label';

export function isNav(flag = ⟦use:NEW_NAV=>default-nav⟧, label = LABEL) {
  return posthog.isFeatureEnabled(flag) ? label : '';
}

export const isBar = (size = 'wide-bar', flag: string = '⟦wrapper:default-bar⟧') =>
  size === 'small' || posthog.isFeatureEnabled(flag);

export function isMenu({ flag = '⟦wrapper:default-menu⟧', theme = 'dark-menu' }: { flag?: string; theme?: string } = {}) {
  return posthog.isFeatureEnabled(flag) && theme;
}

class Gates {
  isOn(key = '⟦wrapper:default-gate⟧', reason = 'no-reason') {
    return posthog.isFeatureEnabled(key) ?? reason;
  }
}

export const lengthOf = (name = 'not-a-default-flag') => name.length;
export const gates = new Gates();
