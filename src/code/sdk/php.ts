import { forms, type SdkForm } from './form';

/** posthog-php: static methods of PostHog and methods of Client. */
export const phpForms: readonly SdkForm[] = [
  ...forms(
    'own',
    ['key', 'featureKey', 0],
    'getFeatureFlagPayload getFeatureFlagResult getRemoteConfigPayload',
  ),
  ...forms('shared', ['key', 'featureKey', 0], 'isFeatureEnabled getFeatureFlag'),
  ...forms('snapshot', ['key', 0], 'isEnabled getFlag getFlagPayload', { of: ['evaluateFlags'] }),
  ...forms('shared', [0], 'getAllFlags()[] fetchFeatureVariants()[]'),
  ...forms('shared', ['flagKeys'], 'evaluateFlags', { holds: 'list' }),
];
