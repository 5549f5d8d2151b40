import { PostHog } from 'posthog-node';

export const posthog = new PostHog('key');
