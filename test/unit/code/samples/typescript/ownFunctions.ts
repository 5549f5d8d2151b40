import posthog from 'posthog-js';
import { PostHog } from 'posthog-node';

const node = new PostHog('key');

export function isEnabled(flag: string, fallback = false): boolean {
  if (!posthog.__loaded) return fallback;
  return posthog.isFeatureEnabled(flag) ?? fallback;
}

export const variantOf = async (userId: string, flag: string) => node.getFeatureFlag(flag, userId);

export async function withOptions({ flag, userId }: { flag: string; userId: string }) {
  return (await node.isFeatureEnabled(flag, userId)) === true;
}

export function throughOptions(options: { name: string; userId: string }) {
  return node.isFeatureEnabled(options.name, options.userId);
}

function layered(key: string): boolean {
  return isEnabled(key, true);
}

const whenOn = (key: string, then: () => void) => posthog.onFeatureFlags(() => isEnabled(key) && then());

class FlagService {
  constructor(private readonly hog: PostHog) {}

  async isOn(key: string, userId: string) {
    return this.hog.isFeatureEnabled(key, userId);
  }

  darkMode(userId: string) {
    return this.isOn('⟦wrapper:service-dark-mode⟧', userId);
  }
}

const flags = new FlagService(node);

export const all = [
  isEnabled('⟦wrapper:function-flag⟧'),
  variantOf('user-1', '⟦wrapper:second-place⟧'),
  withOptions({ flag: '⟦wrapper:object-flag⟧', userId: 'user-1' }),
  throughOptions({ name: '⟦wrapper:options-flag⟧', userId: 'user-1' }),
  layered('⟦wrapper:two-layers⟧'),
  flags.isOn('⟦wrapper:method-flag⟧', 'user-1'),
];
whenOn('⟦wrapper:callback-flag⟧', () => console.log('callback-flag is on'));
