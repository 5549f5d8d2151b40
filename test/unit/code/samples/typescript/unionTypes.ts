import posthog from 'posthog-js';

export type FlagKey =
  | '⟦definition:compact-cards⟧'
  | '⟦definition:color-picker⟧'
  | '⟦definition:never-read-key⟧';

type Size = 'small' | 'large';

export function isOn(key: FlagKey, size: Size): boolean {
  return size === 'large' && posthog.isFeatureEnabled(key) === true;
}

export const cards = isOn('⟦wrapper:compact-cards⟧', 'small');
export const picker = isOn('⟦wrapper:color-picker⟧', 'large');
