import posthog from 'posthog-js';

export default defineNuxtPlugin(() => {
  const hog = posthog.init(useRuntimeConfig().public.posthogKey, { bootstrap: { featureFlags: { '⟦call:nuxt-boot⟧': true } } });
  return { provide: { posthog: () => hog } };
});
