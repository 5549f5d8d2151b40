import { OpenFeature } from '@openfeature/server-sdk';
import { PostHogProvider } from '@posthog/openfeature-node-provider';
import { PostHog } from 'posthog-node';

await OpenFeature.setProviderAndWait(new PostHogProvider(new PostHog('key')));
const client = OpenFeature.getClient();

export const values = [
  await client.getBooleanValue('⟦call:open-search⟧', false, { targetingKey: 'open-search' }),
  await client.getStringValue("⟦call:open-theme⟧", 'control'),
  await client.getObjectDetails('⟦call:open-limits⟧', {}),
];
