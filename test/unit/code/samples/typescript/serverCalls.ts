import { PostHog } from 'posthog-node';

const client = new PostHog(process.env.POSTHOG_KEY ?? '', { host: 'https://eu.i.posthog.com' });

export async function priceFor(userId: string) {
  const isOn = await client.isFeatureEnabled('⟦call:yearly-discount⟧', userId, {
    groups: { company: 'yearly-discount' },
    personProperties: { plan: 'pro' },
  });
  const variant = await client.getFeatureFlag("⟦call:price-rounding⟧", userId);
  const payload = await client.getFeatureFlagPayload('⟦call:price-table⟧', userId, variant);
  const result = await client.getFeatureFlagResult('⟦call:tax-engine⟧', userId);
  const limits = await client.getRemoteConfigPayload('⟦call:checkout-limits⟧');
  const old = await client.getRemoteConfig('⟦call:legacy-limits⟧');
  client.capture({ distinctId: userId, event: 'price-table', properties: { variant } });
  await client.shutdown();
  return { isOn, variant, payload, result, limits, old };
}
