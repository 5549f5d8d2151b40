import { window } from 'vscode';
import { type Account, accountId } from '../../core/account/account';
import { hasScope } from '../../core/account/checkKey';
import { findAccount, type FoundAccount } from '../../core/account/findAccount';
import { isUnencrypted } from '../../core/account/host';
import type { Sessions } from '../../core/account/sessions';
import { PostHogError } from '../../core/api/errors';
import { withinTime } from '../../core/api/withinTime';
import { isAbort } from '../../core/isAbort';
import { describeError } from '../messages';
import { askSteps } from './askSteps';
import type { CommandContext, CommandHandler } from './commandContext';
import { pickProject } from './pickProject';
import { hostOf, neededScopes, signInWalk } from './signInSteps';
import { withCancel } from './withProgress';

/** Host, key and project. The key is tried before it is stored, and kept in the secret storage only. */
export const signIn: CommandHandler = async (context) => {
  const { accounts } = context.sessions;
  if ((await accounts.current())?.source === 'environment') {
    void window.showInformationMessage(
      'The environment signs in (POSTHOG_PERSONAL_API_KEY). Unset it to sign in with another key.',
    );
    return;
  }
  const found = await askUntilGood(context);
  const project = found && (await pickProject(found.projects, found.currentProjectId));
  if (!project) return;
  const account: Account = {
    id: await accountId(found.host, found.key),
    source: 'key',
    host: found.host,
    label: found.email ?? found.host,
    project,
  };
  await accounts.add(account, found.key);
  context.logger.info(`Signed in to ${found.host}`);
};

type FoundKey = FoundAccount & { readonly key: string };

/** Asks until a key is good or the user leaves. What was entered stays when a key is refused or the host is away. */
async function askUntilGood({ sessions, confirm }: CommandContext): Promise<FoundKey | undefined> {
  const walk = signInWalk();
  const agreedHosts = new Set<string>();
  for (;;) {
    const answers = await askSteps('Sign In to PostHog', walk);
    if (!answers) return undefined;
    const host = hostOf(answers);
    if (!isUnencrypted(host) || agreedHosts.has(host) || (await confirm(unencryptedQuestion(host)))) {
      agreedHosts.add(host);
      const result = await tryKey(sessions, host, answers.key ?? '');
      if (typeof result === 'object') return result;
      const again = 'Try Again';
      if (result !== undefined && (await window.showErrorMessage(result, again)) !== again) return undefined;
    }
    walk.reopen();
  }
}

const unencryptedQuestion = (host: string) => ({
  message: `Send the API key to ${host} unencrypted?`,
  detail:
    'The address begins with http, not https: whoever stands between this machine and that host can read the key, ' +
    'and what it gives access to, with every request.',
  action: 'Send Unencrypted',
  isGrave: true as const,
});

/** What the key is good for, a sentence saying why it is not, or undefined when the user did not want to wait. */
async function tryKey(sessions: Sessions, host: string, key: string): Promise<FoundKey | string | undefined> {
  try {
    const found = await withCancel('Checking the key…', (signal) =>
      withinTime(60_000, (limit) => findAccount((at) => sessions.clientFor(at, key), host, limit), signal),
    );
    if (!hasScope(found.scopes, 'experiment:read')) {
      return `The key is valid but may not read experiments. ${neededScopes}`;
    }
    if (found.host !== host) {
      void window.showInformationMessage(`This key belongs to ${found.host}: signing in there.`);
    }
    return { ...found, key };
  } catch (error) {
    if (isAbort(error)) return undefined;
    if (error instanceof PostHogError) return describeError(error);
    throw error;
  }
}
