import { PostHog } from 'posthog-node';

const client = new PostHog('key');

export async function flagsOf(userId: string) {
  const flags = await client.getAllFlags(userId);
  return flags;
}
