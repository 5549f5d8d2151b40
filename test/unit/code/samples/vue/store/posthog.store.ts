import { defineStore } from 'pinia';
import { ref } from 'vue';

export const usePostHog = defineStore('posthog', () => {
  const featureFlags = ref<Record<string, string | boolean>>({});

  const init = (flags: Record<string, string | boolean>) => {
    window.posthog?.init('key', { bootstrap: { featureFlags: flags } });
    featureFlags.value = flags;
  };

  const getVariant = (experiment: string) => featureFlags.value[experiment];

  const isVariantEnabled = (experiment: string, variant: string) => getVariant(experiment) === variant;

  return { init, getVariant, isVariantEnabled };
});
