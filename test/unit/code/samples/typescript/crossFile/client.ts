import posthog from 'posthog-js';

export const hog = posthog;
export const isOn = (key: string) => hog.isFeatureEnabled(key) ?? false;
