import { featureFlags, isFeatureEnabled } from './posthog';

export default [
  {
    name: 'plugin-store',
    path: '/plugin-store',
    beforeEnter: async () => (await isFeatureEnabled(⟦use:featureFlags.plugins=>plugin-store⟧)) || '/home',
  },
];
