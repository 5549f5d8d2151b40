import { window } from 'vscode';
import { hasScope } from '../../core/account/checkKey';
import { findAccount, type FoundAccount } from '../../core/account/findAccount';
import { normalizeHost, regions } from '../../core/account/host';
import { PostHogError } from '../../core/api/errors';
import { describeError } from '../messages';
import { type Account, accountId } from '../../core/account/account';
import type { Sessions } from '../../core/account/sessions';
import { askSteps, type Step } from './askSteps';
import type { CommandHandler } from './commandContext';
import { pickProject } from './pickProject';
import { withProgress } from './withProgress';

/** What a key needs, in one sentence. */
export const neededScopes =
  'The key needs the scopes experiment:write (or experiment:read to look only), project:read and user:read.';

/** Host, key and project. The key is tried before it is stored, and kept in the secret storage only. */
export const signIn: CommandHandler = async ({ sessions, logger }) => {
  if ((await sessions.accounts.current())?.source === 'environment') {
    void window.showInformationMessage(
      'The environment signs in (POSTHOG_PERSONAL_API_KEY). Unset it to sign in with another key.',
    );
    return;
  }
  const host = await pickHost();
  const found = host === undefined ? undefined : await askKey(sessions, host);
  if (!found) return;
  const project = await pickProject(found.projects, found.currentProjectId);
  if (!project) return;
  const account: Account = {
    id: await accountId(found.host, found.key),
    source: 'key',
    host: found.host,
    label: found.email ?? found.host,
    project,
  };
  await sessions.accounts.add(account, found.key);
  logger.info(`Signed in to ${found.host}`);
};

async function pickHost(): Promise<string | undefined> {
  const items = [
    { label: 'PostHog Cloud US', description: regions.us, host: regions.us },
    { label: 'PostHog Cloud EU', description: regions.eu, host: regions.eu },
    { label: 'My own host…', description: 'a self-hosted PostHog', host: undefined },
  ];
  const picked = await window.showQuickPick(items, {
    title: 'Sign In to PostHog',
    placeHolder: 'Where is your PostHog?',
  });
  if (!picked || picked.host !== undefined) return picked?.host;
  const [text] = (await askSteps('Sign In to PostHog', [hostStep])) ?? [];
  return text === undefined ? undefined : normalizeHost(text);
}

const hostStep: Step = {
  prompt: 'Address of your PostHog. Any page of it will do.',
  placeHolder: 'https://posthog.example.com',
  value: () => '',
  problem: (text) => (normalizeHost(text) === undefined ? 'This is no web address.' : undefined),
};

type FoundKey = FoundAccount & { readonly key: string };

async function askKey(sessions: Sessions, host: string): Promise<FoundKey | undefined> {
  for (;;) {
    const [key] = (await askSteps('Sign In to PostHog', [keyStep(host)])) ?? [];
    if (key === undefined) return undefined;
    const result = await withProgress('Checking the key…', () => tryKey(sessions, host, key));
    if (typeof result !== 'string') return result;
    const again = 'Try Again';
    if ((await window.showErrorMessage(result, again)) !== again) return undefined;
  }
}

function keyStep(host: string): Step {
  return {
    prompt: `Personal API key, from ${host}/settings/user-api-keys. ${neededScopes}`,
    placeHolder: 'phx_…',
    password: true,
    value: () => '',
    problem: keyProblem,
  };
}

function keyProblem(key: string): string | undefined {
  if (key === '') return 'Paste a personal API key.';
  if (/\s/.test(key)) return 'A key has no spaces.';
  if (key.startsWith('phc_'))
    return 'This is a project token for sending events. A personal API key starts with phx_.';
  return undefined;
}

/** What the key is good for, or a sentence saying why it is not. */
async function tryKey(sessions: Sessions, host: string, key: string): Promise<FoundKey | string> {
  try {
    const found = await findAccount((at) => sessions.clientFor(at, key), host, AbortSignal.timeout(60_000));
    if (!hasScope(found.scopes, 'experiment:read')) {
      return `The key is valid but may not read experiments. ${neededScopes}`;
    }
    if (found.host !== host) {
      void window.showInformationMessage(`This key belongs to ${found.host}: signing in there.`);
    }
    return { ...found, key };
  } catch (error) {
    if (error instanceof PostHogError) return describeError(error);
    throw error;
  }
}
