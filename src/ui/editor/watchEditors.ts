import { Disposable, type TextEditor, TabInputTextDiff, window, workspace } from 'vscode';
import { isCode } from './documents';
import { changesEditor } from './editorSettings';
import type { FlagCode } from './flagCode';

/** Typing goes on: what follows the text waits for a pause. */
const waitMs = 250;

/** Calls `draw` now and whenever something that is drawn beside code may be another: editor, text, settings, data. */
export function watchEditors(flags: FlagCode, draw: () => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(draw, waitMs);
  };
  draw();
  return Disposable.from(
    flags.onDidChange(later),
    window.onDidChangeActiveTextEditor(draw),
    window.onDidChangeVisibleTextEditors(draw),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (window.visibleTextEditors.some((editor) => editor.document === document)) later();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (changesEditor(event)) draw();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}

/** Editors that show code and no comparison of two. */
export function codeEditors(): readonly TextEditor[] {
  return window.visibleTextEditors.filter(
    // The halves of a comparison are in no column.
    ({ document, viewColumn }) => viewColumn !== undefined && isCode(document),
  );
}

/** The active one, if it shows code and no comparison. */
export function activeCodeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  const isDiff = window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputTextDiff;
  return editor && !isDiff && isCode(editor.document) ? editor : undefined;
}
