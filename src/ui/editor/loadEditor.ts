import { Disposable, window } from 'vscode';
import type { Sessions } from '../../core/account/sessions';
import { inBackground } from '../../core/inBackground';
import type { Logger } from '../../core/logger';
import type { EditorParts } from './createEditor';
import { isCode } from './documents';

/**
 * Opens the project once code is on screen, and loads what is shown in editors once a project is open. Who is signed
 * out pays nothing for it.
 */
export function loadEditor(load: () => Promise<EditorParts>, sessions: Sessions, logger: Logger): Disposable {
  let parts: Promise<EditorParts> | undefined;
  const loadWhenOpen = () => {
    if (parts || !sessions.current) return;
    parts = load();
    inBackground(parts, 'Loading what editors show', logger);
  };
  const look = () => {
    if (!window.visibleTextEditors.some(({ document }) => isCode(document))) return;
    inBackground(sessions.start(), 'Opening the project', logger);
  };
  look();
  loadWhenOpen();
  return Disposable.from(
    window.onDidChangeVisibleTextEditors(look),
    sessions.onDidChange(loadWhenOpen),
    new Disposable(() => {
      const dispose = async () => (await parts)?.dispose();
      inBackground(dispose(), 'Ending what editors show', logger);
    }),
  );
}
