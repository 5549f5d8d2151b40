import { PostHog } from 'posthog-node';
import posthog from 'posthog-js';

const server = new PostHog('key');

export async function evaluate(userId: string) {
  const flags = await server.getAllFlags(userId);
  if (flags['⟦call:bulk-export⟧']) allowBulkExport();
  const quick = (await server.getAllFlags(userId))['⟦call:quick-reply⟧'];

  const { featureFlags, featureFlagPayloads } = await server.getAllFlagsAndPayloads(userId);
  if (featureFlags?.['⟦call:shared-inbox⟧'] === 'test') share(featureFlagPayloads?.['⟦call:shared-inbox⟧']);

  const snapshot = await server.evaluateFlags(userId, { flagKeys: ['⟦call:audit-log⟧', '⟦call:sso-login⟧'] });
  if (snapshot.isEnabled('⟦call:audit-log⟧')) writeAudit(snapshot.getFlagPayload('⟦call:audit-log⟧'));
  const variant = snapshot.getFlag('⟦call:sso-login⟧');

  return { quick, variant, other: settings['bulk-export'] };
}

export function boot(token: string) {
  posthog.init(token, {
    api_host: '/relay',
    bootstrap: {
      distinctID: 'visitor-1',
      featureFlags: { '⟦call:hero-video⟧': true, '⟦call:footer-links⟧': 'short' },
      featureFlagPayloads: { '⟦call:footer-links⟧': { count: 4 } },
    },
  });
  posthog.featureFlags.overrideFeatureFlags({ flags: { '⟦call:hero-video⟧': false } });
  posthog.featureFlags.overrideFeatureFlags({ payloads: { '⟦call:footer-links⟧': { count: 2 } } });
  posthog.featureFlags.overrideFeatureFlags(['⟦call:hero-video⟧', '⟦call:dark-theme⟧']);
  posthog.featureFlags.override({ '⟦call:footer-links⟧': 'long' });
  posthog.updateFlags({ '⟦call:hero-video⟧': true });
  posthog.onFeatureFlag('⟦call:late-flag⟧', (value) => console.log('late-flag', value));
  posthog.updateEarlyAccessFeatureEnrollment('⟦call:dark-theme⟧', true);
}
