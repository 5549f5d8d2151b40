import { type Disposable, window } from 'vscode';
import { unencryptedWarning } from '../../core/account/environmentAccount';
import type { Sessions } from '../../core/account/sessions';
import type { Logger } from '../../core/logger';

/** Warns once a window when the key of the environment travels unencrypted, in the log and on screen. */
export function warnUnencrypted(sessions: Sessions, logger: Logger): Disposable {
  const listener = sessions.onDidChange((state) => {
    const warning = state.kind === 'open' ? unencryptedWarning(state.account) : undefined;
    if (warning === undefined) return;
    listener.dispose();
    logger.warn(warning);
    void window.showWarningMessage(warning);
  });
  return listener;
}
