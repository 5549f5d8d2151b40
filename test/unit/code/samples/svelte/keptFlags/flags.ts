import posthog from 'posthog-js';
import { derived, writable } from 'svelte/store';

export const flags = writable<Record<string, boolean | string>>({});

posthog.onFeatureFlags((_names, variants) => flags.set(variants));

export const flag = (key: string) => derived(flags, ($flags) => $flags[key] ?? false);
