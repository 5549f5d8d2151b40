import { forms, type SdkForm } from './form';

/** posthog-ios. */
export const swiftForms: readonly SdkForm[] = [
  ...forms('own', [0], 'getFeatureFlagPayload getFeatureFlagResult'),
  ...forms('shared', [0], 'isFeatureEnabled getFeatureFlag'),
  ...forms('own', ['flag', 0], 'captureFeatureView captureFeatureInteraction'),
];
