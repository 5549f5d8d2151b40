import posthog from 'posthog-js';

export const states = ['⟦definition:placed-maps⟧', '⟦definition:placed-charts⟧'].map((key) => posthog.isFeatureEnabled(key));
export const loaded = await Promise.all(['⟦definition:placed-async⟧'].map(async (key) => posthog.getFeatureFlag(key)));
export const lengths = ['not-placed-flag'].map((key) => key.length);

const EXPERIMENTS = {
  nav: { key: '⟦definition:entry-nav⟧', title: 'entry-title' },
  menu: { key: '⟦definition:entry-menu⟧', title: 'menu-title' },
};
export const running = Object.values(EXPERIMENTS).filter(({ key }) => posthog.isFeatureEnabled(key));
const PAGES = { home: { key: 'page-home' } };
export const keys = Object.values(PAGES).map(({ key }) => key);

const record = { a: [1, 2] } as Record<string, number[]>;
export const looked = record['a'].map((key) => posthog.isFeatureEnabled(String(key)));
