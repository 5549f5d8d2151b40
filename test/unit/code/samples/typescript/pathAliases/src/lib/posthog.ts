import { PostHog } from 'posthog-node';

let instance: PostHog | undefined;

export function getServerClient(): PostHog {
  instance ??= new PostHog('key');
  return instance;
}

export async function checkFlag(key: string, userId: string): Promise<boolean> {
  return (await getServerClient().isFeatureEnabled(key, userId)) === true;
}
