import { PostHog } from 'posthog-node';

export async function getBootstrapData(id: string) {
  const client = new PostHog('key');
  return { distinctID: id, featureFlags: await client.getAllFlags(id) };
}

const limits: Record<string, number> = { 'front-page': 3 };
const bootstrapData = await getBootstrapData('front-page');
export const value = bootstrapData.featureFlags['⟦call:front-page⟧'] ?? limits['front-page'];
