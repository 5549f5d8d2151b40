import { forms, type SdkForm } from './form';

/** PostHog and PostHog.AspNetCore, with Microsoft.FeatureManagement over it. */
export const dotnetForms: readonly SdkForm[] = [
  ...forms('own', ['featureKey', 'key', 0], 'GetRemoteConfigPayloadAsync'),
  ...forms(
    'shared',
    ['featureKey', 'key', 0],
    'IsFeatureEnabledAsync GetFeatureFlagAsync IsFeatureEnabled GetFeatureFlag',
  ),
  ...forms('snapshot', ['key', 0], 'IsEnabled GetFlag GetFlagPayload', { of: ['EvaluateFlagsAsync'] }),
  ...forms('own', ['FlagKeysToEvaluate'], 'AllFeatureFlagsOptions', { holds: 'list' }),
  ...forms('snapshot', [0], '[] TryGetValue ContainsKey', { of: ['GetAllFeatureFlagsAsync'] }),
  ...forms('shared', [0], 'FeatureGate IsEnabledAsync GetVariantAsync'),
  ...forms('shared', ['name'], 'feature', { isComponent: true }),
];
