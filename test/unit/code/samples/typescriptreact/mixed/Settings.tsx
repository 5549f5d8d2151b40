import { posthog, useFeatureFlagEnabled } from './analytics';
import { IfFeature, useFeatureFlag } from './ownFlags';

export function Settings() {
  const hasCalendars = useFeatureFlag('calendars');
  const hasTools = useFeatureFlagEnabled('⟦call:developer-tools⟧');
  return (
    <IfFeature feature="storage">
      {hasCalendars && <Calendars />}
      {hasTools && <Tools onClick={() => posthog.capture('developer-tools')} />}
      {posthog.getFeatureFlag('⟦call:settings-order⟧') === 'test' ? 'a' : 'b'}
    </IfFeature>
  );
}
