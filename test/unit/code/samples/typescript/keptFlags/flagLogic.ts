import { actions, kea, reducers } from 'kea';
import posthog from 'posthog-js';

export const flagLogic = kea([
  actions({ keep: (flags: readonly string[], variants: Record<string, string | boolean>) => ({ flags, variants }) }),
  reducers({ featureFlags: [{}, { keep: (_, { variants }) => variants }] }),
]);

posthog.onFeatureFlags(flagLogic.actions.keep);
