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
  ...forms('snapshot', [0], '[]', { of: ['getAllFlags', 'fetchFeatureVariants'] }),
  ...forms('shared', ['flagKeys'], 'evaluateFlags', { holds: 'list' }),
];
