import { window } from 'vscode';
import type { CommandHandler } from './commandContext';

/** Forgets the account and its key. */
export const signOut: CommandHandler = async ({ sessions, logger }) => {
  const account = await sessions.accounts.current();
  if (!account) {
    void window.showInformationMessage('Nobody is signed in.');
    return;
  }
  if (account.source === 'environment') {
    void window.showInformationMessage(
      'The environment signs in (POSTHOG_PERSONAL_API_KEY). Unset it and start VS Code again to sign out.',
    );
    return;
  }
  await sessions.accounts.remove(account);
  logger.info('Signed out');
};
