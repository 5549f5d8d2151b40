import { forms, type SdkForm } from './form';

const snapshots = ['evaluateFlags'];
/** Calls that return all flags, as an object by key or a list of keys. */
const records = [
  'getAllFlags',
  'getAllFlagsAndPayloads',
  'getFlagVariants',
  'getFeatureFlags',
  'getFlagPayloads',
  'useFeatureFlags',
  'useActiveFeatureFlags',
  'getFlags',
  'onFeatureFlags',
];

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
  ...forms('own', ['$feature_flag'], 'capture'),
  ...forms('own', [0], 'updateEarlyAccessFeatureEnrollment'),
  ...forms(
    'hook',
    [0],
    'useFeatureFlag useFeatureFlagEnabled useFeatureFlagPayload useFeatureFlagVariantKey useFeatureFlagResult useFeatureFlagWithPayload',
  ),
  ...forms('snapshot', [0], 'isEnabled getFlag getFlagPayload', { of: snapshots }),
  ...forms('snapshot', [0], '[] includes indexOf has get', { of: records }),
  ...forms('hook', ['flag'], 'PostHogFeature PosthogFeature', { isComponent: true }),
  ...forms('hook', ['name', 'flag'], 'PostHogFeatureFlag', { isComponent: true }),
  ...forms('shared', ['flagKeys'], 'evaluateFlags getAllFlags getAllFlagsAndPayloads', { holds: 'list' }),
  ...forms('shared', [0], 'overrideFeatureFlag', { holds: 'names' }),
  ...forms('shared', ['flags', 'payloads', 0], 'overrideFeatureFlags', { holds: 'names' }),
  ...forms('shared', [0], 'override updateFlags', { holds: 'names' }),
  ...forms('shared', ['key'], 'evaluateFlag evaluateFlagPayload'),
  ...forms('shared', [1], 'init PostHog', { holds: 'bootstrap' }),
  // Reads no flag: what it gives is kept.
  ...forms('shared', [], 'onFeatureFlags'),
  // Reads no flag: who is given makes OpenFeature's calls PostHog's.
  ...forms('hook', [], 'setProvider setProviderAndWait'),
  ...forms('hook', ['options'], 'PostHogProvider', { holds: 'bootstrap', isComponent: true }),
];
