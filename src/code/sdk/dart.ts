import { forms, type SdkForm } from './form';

/** posthog_flutter. */
export const dartForms: readonly SdkForm[] = [
  ...forms('own', ['key', 0], 'getFeatureFlagPayload getFeatureFlagResult'),
  ...forms('shared', ['key', 0], 'isFeatureEnabled getFeatureFlag'),
];
