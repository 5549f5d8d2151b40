import { forms, type SdkForm } from './form';

const snapshots = ['evaluateFlags'];

/** posthog-js, @posthog/react, posthog-node, posthog-react-native, @posthog/nuxt, @posthog/convex. */
export const scriptForms: readonly SdkForm[] = [
  ...forms(
    'own',
    [0, 'key'],
    'getFeatureFlagPayload getFeatureFlagResult getRemoteConfigPayload isFeatureFlagEnabled',
  ),
  ...forms(
    'shared',
    [0, 'key'],
    'isFeatureEnabled getFeatureFlag getRemoteConfig onFeatureFlag getFeatureFlagDetails',
  ),
  ...forms('own', [0], 'updateEarlyAccessFeatureEnrollment'),
  ...forms(
    'hook',
    [0],
    'useFeatureFlag useFeatureFlagEnabled useFeatureFlagPayload useFeatureFlagVariantKey useFeatureFlagResult useFeatureFlagWithPayload',
  ),
  ...forms('snapshot', [0], 'isEnabled getFlag getFlagPayload', { of: snapshots }),
  ...forms('shared', [0], 'getAllFlags()[] getFlagVariants()[] getFeatureFlags()[] getFlagPayloads()[]'),
  ...forms('hook', [0], 'useFeatureFlags()[]'),
  ...forms('hook', ['flag'], 'PostHogFeature PosthogFeature PostHogFeatureFlag', { isComponent: true }),
  ...forms('shared', ['flagKeys'], 'evaluateFlags getAllFlags getAllFlagsAndPayloads', { holds: 'list' }),
  ...forms('shared', [0], 'overrideFeatureFlag', { holds: 'names' }),
  ...forms('shared', ['flags', 'payloads', 0], 'overrideFeatureFlags', { holds: 'names' }),
  ...forms('shared', [0], 'override updateFlags', { holds: 'names' }),
];
