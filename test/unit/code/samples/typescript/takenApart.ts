import { PostHog } from 'posthog-node';

const client = new PostHog('key');
const settings: Record<string, string> = { 'not-a-flag': 'x' };

export async function load(id: string) {
  const flags = await client.getAllFlags(id);
  const { '⟦call:apart-nav⟧': isNav, '⟦call:apart-menu⟧': menu = 'small' } = flags;
  const { 'not-a-flag': setting } = settings;
  return [isNav, menu, setting];
}

const AREAS = { home: '⟦definition:area-home⟧', shop: '⟦definition:area-shop⟧' };

export async function areas(id: string) {
  const on: string[] = [];
  for (const [area, key] of Object.entries(AREAS)) {
    if (await client.isFeatureEnabled(key, id)) on.push(area);
  }
  return on;
}
