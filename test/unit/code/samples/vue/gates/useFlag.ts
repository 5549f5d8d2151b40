import posthog from 'posthog-js';

export function useFlag(key: string) {
  return posthog.isFeatureEnabled(key) === true;
}
