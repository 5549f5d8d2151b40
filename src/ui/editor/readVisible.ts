import { Disposable, window } from 'vscode';
import { inBackground } from '../../core/inBackground';
import type { Session } from '../../core/session';
import { ShownReader } from '../../core/useCase/shownReader';
import type { EditorContext } from './createEditor';
import { isQuiet } from './editorSettings';
import { codeEditors } from './watchEditors';

/**
 * Reads what the experiments of visible code say, when an editor comes on screen or the window gets the focus. Typing
 * and moving read nothing.
 */
export function readVisible({ flags, logger }: EditorContext): Disposable {
  const readers = new WeakMap<Session, ShownReader>();
  const read = () => {
    const { session } = flags;
    if (!session || isQuiet() || !window.state.focused) return;
    const ids = codeEditors().flatMap(({ document }) => {
      const seen = flags.lookAt(document);
      if (!seen || seen.otherProjectId !== undefined) return [];
      return seen.references.flatMap(({ key }) => {
        const id = key === undefined ? undefined : flags.find(key)?.shown?.experiment.id;
        return id ?? [];
      });
    });
    if (ids.length === 0) return;
    const reader = readers.get(session) ?? new ShownReader(session);
    readers.set(session, reader);
    inBackground(reader.read([...new Set(ids)]), 'Reading what visible experiments say', logger);
  };
  // Until it is known whose project the code is of, and which experiments there are, there is nothing to read.
  let isKnown = false;
  const readOnceKnown = () => {
    const isKnownNow = codeEditors().some(({ document }) => flags.lookAt(document)) && hasList();
    if (isKnownNow && !isKnown) read();
    isKnown = isKnownNow;
  };
  const hasList = () => {
    const state = flags.session?.store.state.list.state;
    return state === 'ready' || state === 'failed';
  };
  readOnceKnown();
  return Disposable.from(
    flags.onDidChange(readOnceKnown),
    window.onDidChangeVisibleTextEditors(read),
    window.onDidChangeWindowState(read),
  );
}
