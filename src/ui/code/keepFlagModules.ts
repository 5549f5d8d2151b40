import { Disposable, Uri, workspace } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { Session } from '../../core/session';
import type { FlagKeys } from '../../core/store/store';
import { lastLoaded } from '../../core/store/resource';
import { readAllFlags } from '../../core/useCase/readAllFlags';
import { settings } from '../ids';
import type { FlagModules } from './flagModules';

/**
 * Writes the modules of flags again when the project's flags were read anew, for who wants that. Asks PostHog for nothing
 * while there are none. A list that is not whole changes no file: what is missing would be called an unknown key.
 */
export function keepFlagModules(sessions: Sessions, modules: FlagModules, logger: Logger): Disposable {
  let unsubscribe: () => void = () => undefined;
  let seen: FlagKeys | undefined;
  const look = (session: Session): void => {
    const keys = lastLoaded(session.store.state.flagKeys)?.value;
    if (keys === undefined || keys === seen || !isWanted()) return;
    seen = keys;
    inBackground(writeAgain(session, modules, logger), 'Keeping modules of flags current', logger);
  };
  const follow = (): void => {
    unsubscribe();
    seen = undefined;
    const session = sessions.current;
    unsubscribe = session?.store.subscribe(() => look(session)) ?? (() => undefined);
    if (session) look(session);
  };
  follow();
  return Disposable.from(
    new Disposable(() => unsubscribe()),
    sessions.onDidChange(follow),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${settings.section}.${settings.keepFlagTypes}`)) follow();
    }),
  );
}

async function writeAgain(session: Session, modules: FlagModules, logger: Logger): Promise<void> {
  const own = modules.ofProject(session.projectId);
  if (own.length === 0) return;
  const { flags, unreadable } = await readAllFlags(session, session.signal);
  if (unreadable > 0) {
    logger.warn(`Modules of flags stay as they are: ${unreadable} flags could not be read`);
    return;
  }
  for (const module of own) {
    const wrote = await modules.write(Uri.parse(module.uri, true), module, flags, false);
    if (wrote === 'notOurs') await modules.forget(module.uri);
    logger.info(`Module of flags ${module.uri}: ${wrote}`);
  }
}

function isWanted(): boolean {
  return workspace.getConfiguration(settings.section).get<boolean>(settings.keepFlagTypes, false);
}
