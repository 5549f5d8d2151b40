import { browser } from '$app/environment';
import posthog from 'posthog-js';

export function runWhenOn(feature: string, callback: () => void) {
  if (!browser) return;
  posthog.onFeatureFlags(() => {
    if (posthog.isFeatureEnabled(feature)) callback();
  });
}
