import { PostHog } from 'posthog-node';

export function Flags(key) {
  this.client = new PostHog(key);
}

Flags.prototype.isOn = function (name, user) {
  return this.client.isFeatureEnabled(name, user);
};

const flags = new Flags('key');

export const search = {
  isFast(user) {
    return flags.isOn('⟦wrapper:prototype-search⟧', user);
  },
};
