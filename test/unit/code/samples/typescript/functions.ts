import posthog, { posthog as named } from 'posthog-js';
import * as everything from 'posthog-js/react';
import { useFeatureFlagEnabled as useEnabled, usePostHog } from 'posthog-js/react';

const { isFeatureEnabled, getFeatureFlag: readFlag } = posthog;
const bound = posthog.getFeatureFlag.bind(posthog);
const plain = named.isFeatureEnabled;
const arrow = (key: string) => posthog.isFeatureEnabled(key);

export const destructured = isFeatureEnabled('⟦call:taken-out⟧');
export const renamed = readFlag('⟦call:taken-and-renamed⟧');
export const boundTo = bound('⟦call:bound-function⟧');
export const method = plain('⟦call:method-value⟧');
export const wrapped = arrow('⟦wrapper:arrow-function⟧');

export function useAliases() {
  const { getFeatureFlag } = usePostHog();
  return [
    useEnabled('⟦call:renamed-hook⟧'),
    everything.useFeatureFlagVariantKey('⟦call:namespaced-hook⟧'),
    getFeatureFlag('⟦call:taken-from-hook⟧'),
  ];
}
