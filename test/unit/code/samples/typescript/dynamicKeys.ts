import posthog from 'posthog-js';

export function readAny(name: string, parts: string[], row: { flag: string }) {
  return [
    posthog.isFeatureEnabled(`rollout-${parts.length}`),
    posthog.getFeatureFlag(row.flag),
    posthog.getFeatureFlag(parts.join('-')),
    posthog.isFeatureEnabled(localStorage.getItem('flag-to-read') ?? ''),
  ];
}
