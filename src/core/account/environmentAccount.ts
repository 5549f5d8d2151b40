import { isIdText } from '../dialog/idText';
import type { Logger } from '../logger';
import type { Project } from '../model/project';
import { type Account, accountId } from './account';
import { isUnencrypted, normalizeHost, regions } from './host';

export interface Environment {
  readonly POSTHOG_HOST?: string | undefined;
  readonly POSTHOG_PERSONAL_API_KEY?: string | undefined;
  readonly POSTHOG_PROJECT_ID?: string | undefined;
}

export interface EnvironmentAccount {
  readonly account: Account;
  readonly key: string;
}

/** An account that the environment signs in: it wins while it is set, and nothing of it is stored. */
export async function findEnvironmentAccount(
  environment: Environment,
  logger: Logger,
): Promise<EnvironmentAccount | undefined> {
  const key = environment.POSTHOG_PERSONAL_API_KEY?.trim();
  if (!key) return undefined;
  const host = normalizeHost(environment.POSTHOG_HOST || regions.us);
  if (host === undefined) {
    // The key must not go to a host that nobody named.
    logger.warn('POSTHOG_HOST is no web address: the environment does not sign in.');
    return undefined;
  }
  const project = projectOf(environment.POSTHOG_PROJECT_ID?.trim(), logger);
  return {
    key,
    account: { id: await accountId(host, key), source: 'environment', host, label: host, project },
  };
}

function projectOf(text: string | undefined, logger: Logger): Project | undefined {
  if (!text) return undefined;
  if (isIdText(text)) return { id: Number(text), name: `Project ${text}` };
  logger.warn('POSTHOG_PROJECT_ID is no project number: it is ignored.');
  return undefined;
}

/** What a person is told when the environment sends the key to a host unencrypted. A sign-in asks before it does. */
export function unencryptedWarning({ source, host }: Account): string | undefined {
  if (source !== 'environment' || host === undefined || !isUnencrypted(host)) return undefined;
  return `POSTHOG_HOST is ${host}: the API key travels unencrypted and can be read on the way. Use https.`;
}
