import { type Disposable, type Memento, workspace } from 'vscode';
import * as v from 'valibot';
import type { Sessions } from '../core/account/sessions';
import type { Session } from '../core/session';
import { guardEarlyResults } from '../core/useCase/earlyResults';
import { settings } from './ids';

const ids = v.array(v.number());

/** Takes the setting that folds early results away to every session, and remembers which of them were revealed. */
export function guardEarly(sessions: Sessions, memory: Memento): Disposable {
  let unsubscribe: () => void = () => undefined;

  function guard(session: Session | undefined): void {
    if (!session) return;
    const hidden = workspace
      .getConfiguration(settings.section)
      .get<boolean>(settings.hideEarlyResults, false);
    const known = v.safeParse(ids, memory.get(keyOf(session)));
    guardEarlyResults(session, { hidden, revealed: new Set(known.success ? known.output : []) });
  }

  function follow(): void {
    unsubscribe();
    const session = sessions.current;
    guard(session);
    let revealed = session?.store.state.earlyResults.revealed;
    unsubscribe =
      session?.store.subscribe(() => {
        const now = session.store.state.earlyResults.revealed;
        if (now === revealed) return;
        revealed = now;
        void memory.update(keyOf(session), [...now]);
      }) ?? (() => undefined);
  }

  follow();
  const listeners = [
    sessions.onDidChange(follow),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.hideEarlyResults}`))
        guard(sessions.current);
    }),
  ];
  return {
    dispose() {
      unsubscribe();
      for (const listener of listeners) listener.dispose();
    },
  };
}

function keyOf({ accountId, projectId }: Session): string {
  return `revealed/${accountId}/${projectId}`;
}
