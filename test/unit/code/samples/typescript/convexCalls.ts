import { PostHog } from '@posthog/convex';
import { action, query } from './_generated/server';
import { components } from './_generated/api';

const posthog = new PostHog(components.posthog, {});

export const load = query({
  handler: async (ctx, args: { userId: string }) => ({
    isOn: await posthog.isFeatureEnabled(ctx, { key: '⟦call:convex-notes⟧', distinctId: args.userId }),
    variant: await posthog.getFeatureFlag(ctx, { distinctId: args.userId, key: "⟦call:convex-editor⟧" }),
  }),
});

export const evaluate = action({
  handler: async (ctx) => posthog.evaluateFlag(ctx, { key: '⟦call:convex-action⟧', distinctId: 'convex-notes' }),
});
