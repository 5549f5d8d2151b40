/** The environment without what would sign the extension in: a test must never write to a developer's own PostHog. */
export function withoutAccount(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('POSTHOG_')));
}
