import { commands, window } from 'vscode';
import type { Session } from '../../core/session';
import { commandIds } from '../ids';
import type { Sessions } from '../session/sessions';

/** The open session; when there is none the user is told and offered the way to one. */
export async function openSession(sessions: Sessions): Promise<Session | undefined> {
  await sessions.start();
  const { state } = sessions;
  if (state.kind === 'open') return state.session;
  const [sentence, action, command] =
    state.kind === 'noProject'
      ? ['Choose the PostHog project to work with first.', 'Select Project', commandIds.selectProject]
      : ['Sign in to PostHog first.', 'Sign In', commandIds.signIn];
  const chosen = await window.showInformationMessage(sentence, action);
  if (chosen !== action) return undefined;
  await commands.executeCommand(command);
  // Signing in opens another session, which is not there at once.
  await sessions.start();
  return sessions.current;
}
