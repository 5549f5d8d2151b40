import posthog from 'posthog-js';

interface Entry {
  readonly title: string;
  readonly featureFlag?: string;
}

const entries: readonly Entry[] = [
  { title: 'reports', featureFlag: '⟦definition:menu-reports⟧' },
  { title: 'team', featureFlag: '⟦definition:menu-team⟧' },
  { title: 'home' },
];

export const visible = entries.filter(
  (entry) => entry.featureFlag === undefined || posthog.isFeatureEnabled(entry.featureFlag),
);
