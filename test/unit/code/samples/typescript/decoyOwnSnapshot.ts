import posthog from 'posthog-js';
import { getFeatureFlags } from '@acme/remote-settings';

export async function report() {
  const flags = await getFeatureFlags();
  posthog.capture('settings read', { redaction: flags['redact-names'], region: flags['eu-region'] });
}
