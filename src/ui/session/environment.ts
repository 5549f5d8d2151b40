import { normalizeHost, regions } from '../../core/account/host';
import type { Logger } from '../../core/logger';
import type { Account, Environment } from './accounts';

/** An account that the environment signs in: it wins while it is set, and nothing of it is stored. */
export function accountOfEnvironment(
  environment: Environment,
  logger: Logger,
): { readonly account: Account; readonly key: string } | undefined {
  const key = environment.POSTHOG_PERSONAL_API_KEY?.trim();
  if (!key) return undefined;
  const host = normalizeHost(environment.POSTHOG_HOST || regions.us);
  if (host === undefined) {
    // The key must not go to a host that nobody named.
    logger.warn('POSTHOG_HOST is no web address: the environment does not sign in.');
    return undefined;
  }
  const projectId = Number(environment.POSTHOG_PROJECT_ID);
  const hasProject = Number.isInteger(projectId) && projectId > 0;
  return {
    key,
    account: {
      id: `environment-${host}`,
      source: 'environment',
      host,
      label: host,
      project: hasProject ? { id: projectId, name: `Project ${projectId}` } : undefined,
    },
  };
}
