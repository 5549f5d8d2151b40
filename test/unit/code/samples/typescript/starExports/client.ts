import { PostHog } from 'posthog-node'

export const client = new PostHog('key')
