import posthog from 'posthog-js';

export function readFlags(): void {
  if (posthog.isFeatureEnabled('⟦call:compact-header⟧')) showCompactHeader();
  const layout = posthog.getFeatureFlag("⟦call:result-layout⟧", { send_event: false });
  const limits = posthog.getFeatureFlagPayload(`⟦call:upload-limits⟧`) as { megabytes: number };
  const result = posthog.getFeatureFlagResult('⟦call:price-card⟧');
  posthog.capture('compact-header', { layout, limits, result });
  posthog.onFeatureFlags(() => {
    render(posthog.isFeatureEnabled('⟦call:late-banner⟧') ? 'late' : 'none');
  });
}
