import posthog from 'posthog-js';

export type FlagKey = '⟦definition:declared-nav⟧' | '⟦definition:declared-menu⟧';
export const isOn = (key: FlagKey) => posthog.isFeatureEnabled(key);

export const NAV: FlagKey = '⟦definition:declared-nav⟧';
export const DEFAULTS: Record<FlagKey, boolean> = { '⟦definition:declared-nav⟧': true, '⟦definition:declared-menu⟧': false };
export const BY_PAGE: Record<string, FlagKey> = { home: '⟦definition:declared-menu⟧' };
export const ALL: readonly FlagKey[] = ['⟦definition:declared-nav⟧'];

export const title: string = 'declared-nav';
export const texts: Record<string, string> = { 'declared-nav': 'declared-menu' };
