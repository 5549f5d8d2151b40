import { defineStore } from 'pinia';
import posthog from 'posthog-js';

export const useFlagStore = defineStore('flags', {
  state: () => ({ flags: {} as Record<string, boolean | string> }),
  getters: {
    isShown: (state) => (key: string) => state.flags[key] === true,
    labelOf: (state) => (code: string) => state.labels[code],
  },
  actions: {
    load() {
      posthog.onFeatureFlags((_names, variants) => {
        this.flags = variants;
      });
    },
    armOf(key: string) {
      return this.flags[key];
    },
  },
});
