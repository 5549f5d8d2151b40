import { PostHog } from 'posthog-node';

export async function load({ cookies }) {
  const posthog = new PostHog('key');
  const isOn = await posthog.isFeatureEnabled('⟦call:kit-load⟧', cookies.get('id'));
  await posthog.shutdown();
  return { isOn };
}
