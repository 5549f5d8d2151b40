import { useNuxtApp } from '#app';

export const useFlags = () => {
  const { $posthog } = useNuxtApp();

  const isFeatureOn = (feature: string) => $posthog?.isFeatureEnabled(feature) ?? false;

  const readFeature = (feature: string) => ({
    value: $posthog?.getFeatureFlag(feature),
    payload: $posthog?.getFeatureFlagPayload(feature),
  });

  return { isFeatureOn, readFeature };
};
