import {
  useActiveFeatureFlags,
  useFeatureFlagEnabled,
  useFeatureFlagPayload,
  useFeatureFlagResult,
  useFeatureFlagVariantKey,
} from 'posthog-js/react';

const TRIAL_FLAG = '⟦definition:trial-banner⟧';

export function Dashboard({ isTrial }: { isTrial: boolean }) {
  const hasTrial = useFeatureFlagEnabled(⟦use:TRIAL_FLAG=>trial-banner⟧) ?? false;
  const layout = useFeatureFlagVariantKey('⟦call:dashboard-layout⟧');
  const limits = useFeatureFlagPayload('⟦call:dashboard-limits⟧') as { rows: number } | undefined;
  const result = useFeatureFlagResult('⟦call:dashboard-tiles⟧');
  const active = useActiveFeatureFlags();
  const withDefault = useFeatureFlagEnabled(
    '⟦call:dashboard-export⟧',
    false,
  );
  return (
    <main className="dashboard-layout" title="it's dashboard-layout">
      {isTrial && hasTrial && <p>Don't wait for dashboard-limits</p>}
      {layout === 'wide' ? <Wide rows={limits?.rows} /> : <Narrow />}
      {useFeatureFlagEnabled('⟦call:dashboard-footer⟧') && <footer>{active.length}</footer>}
      {withDefault && result && <Export id="dashboard-export" />}
    </main>
  );
}
