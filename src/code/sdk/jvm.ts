import { forms, type SdkForm } from './form';

/** posthog-android and posthog-java; the JVM server has the key in second place, see resolve/serverSlots. */
export const jvmForms: readonly SdkForm[] = [
  ...forms('own', ['key', 0], 'getFeatureFlagPayload getFeatureFlagResult getFeatureFlagStringPayload'),
  ...forms('shared', ['key', 0], 'isFeatureEnabled getFeatureFlag'),
  ...forms('snapshot', ['key', 0], 'isEnabled getFlag getFlagPayload', { of: ['evaluateFlags'] }),
  ...forms('shared', ['flagKeys'], 'evaluateFlags', { holds: 'list' }),
  ...forms('own', [0], 'flagKeys', { holds: 'list' }),
  ...forms('own', [0], 'isFeatureFlagEnabled captureFeatureView captureFeatureInteraction'),
  ...forms('own', ['flag', 0], 'captureFeatureView captureFeatureInteraction'),
  ...forms(
    'own',
    ['key', 1],
    'isFeatureEnabledStateless getFeatureFlagStateless getFeatureFlagPayloadStateless getFeatureFlagResultStateless',
  ),
  ...forms('shared', [0], 'isFeatureFlagEnabled'),
];
