import { commands, window } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import type { Session } from '../../core/session';
import { commandIds } from '../ids';

/** The open session; when there is none the user is told and offered the way to one. */
export async function openSession(sessions: Sessions): Promise<Session | undefined> {
  await sessions.start();
  const { state } = sessions;
  if (state.kind === 'open') return state.session;
  const { sentence, action, run } = wayToOne(sessions);
  const chosen = await (state.kind === 'failed'
    ? window.showErrorMessage(sentence, action)
    : window.showInformationMessage(sentence, action));
  if (chosen !== action) return undefined;
  await run();
  // Signing in opens another session, which is not there at once.
  await sessions.start();
  return sessions.current;
}

function wayToOne(sessions: Sessions) {
  const { state } = sessions;
  switch (state.kind) {
    case 'failed':
      return { sentence: state.message, action: 'Retry', run: () => sessions.reopen() };
    case 'noProject':
      return {
        sentence: 'Choose the PostHog project to work with first.',
        action: 'Select Project',
        run: () => commands.executeCommand(commandIds.selectProject),
      };
    default:
      return {
        sentence: 'Sign in to PostHog first.',
        action: 'Sign In',
        run: () => commands.executeCommand(commandIds.signIn),
      };
  }
}
