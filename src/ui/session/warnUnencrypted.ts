import { type Disposable, window } from 'vscode';
import { isUnencrypted } from '../../core/account/host';
import type { Sessions } from '../../core/account/sessions';
import type { Logger } from '../../core/logger';

/** Warns once a window when the environment names a host that the key travels to unencrypted. Sign-in asks before. */
export function warnUnencrypted(sessions: Sessions, logger: Logger): Disposable {
  const listener = sessions.onDidChange((state) => {
    if (state.kind !== 'open' || state.account.source !== 'environment') return;
    const { host } = state.account;
    if (host === undefined || !isUnencrypted(host)) return;
    listener.dispose();
    const sentence = `POSTHOG_HOST is ${host}: the API key travels unencrypted and can be read on the way. Use https.`;
    logger.warn(sentence);
    void window.showWarningMessage(sentence);
  });
  return listener;
}
