import { forms, type SdkForm } from './form';

/** posthog-go: payload structs, and the snapshot of EvaluateFlags. */
export const goForms: readonly SdkForm[] = [
  ...forms('own', ['Key'], 'FeatureFlagPayload'),
  ...forms('own', ['FlagKeys'], 'EvaluateFlagsPayload', { holds: 'list' }),
  ...forms('own', [0], 'GetRemoteConfigPayload'),
  ...forms('snapshot', [0], 'IsEnabled GetFlag GetFlagPayload', {
    of: ['EvaluateFlags', 'EvaluateFlagsWithContext'],
  }),
  ...forms('snapshot', [0], '[]', { of: ['GetAllFlags', 'GetFeatureFlags'] }),
];
