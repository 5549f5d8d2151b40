import { PostHog } from 'posthog-node';
import { type Toggle, toggles } from './keys';

const posthog = new PostHog('key');

export const isToggled = (toggle: Toggle, userId: string) => posthog.isFeatureEnabled(toggle, userId);

export const all = (userId: string) => Promise.all(toggles.map((toggle) => isToggled(toggle, userId)));
export const split = (userId: string) => isToggled('⟦wrapper:split-view⟧', userId);
