import posthog from 'posthog-js';

export type TableFlag = '⟦definition:wide-table⟧' | '⟦definition:sticky-head⟧';
export type Size = 'small' | 'large';

export function sizeOf(wanted: string | Size, flag: string | TableFlag): string {
  return posthog.isFeatureEnabled(flag) ? wanted : 'small';
}

sizeOf('large', '⟦wrapper:sticky-head⟧');
