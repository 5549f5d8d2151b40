import posthog from 'posthog-js';

const PREFIX = 'web-';

const prefixed = (name: string) => posthog.isFeatureEnabled(`web-${name}`);
const joined = (name: string) => posthog.isFeatureEnabled(PREFIX + name);
const suffixed = (name: string) => posthog.getFeatureFlag(`${name}-experiment`);
const lowered = (name: string) => posthog.isFeatureEnabled(name.toLowerCase());
const dashed = (name: string) => posthog.isFeatureEnabled(name.replace(/_/g, '-'));
const dashedLower = (name: string) => posthog.isFeatureEnabled(name.toLowerCase().replaceAll('_', '-'));

export const all = [
  prefixed('⟦wrapper:chat=>web-chat⟧'),
  joined('⟦wrapper:search=>web-search⟧'),
  suffixed('⟦wrapper:pricing=>pricing-experiment⟧'),
  lowered('⟦wrapper:BETA-LIST=>beta-list⟧'),
  dashed('⟦wrapper:new_menu=>new-menu⟧'),
  dashedLower('⟦wrapper:OLD_MENU=>old-menu⟧'),
];
