import { PostHog } from 'posthog-node';

export default async (flag: string, tenant: string, client: PostHog): Promise<boolean> =>
  (await client.isFeatureEnabled(flag, tenant, { groups: { tenant } })) === true;
