import { Disposable, type TextDocument, workspace } from 'vscode';
import { isWorthReading } from '../../code/index/indexedRoot';

/** Other files see what is being typed here a moment later. */
const waitMs = 300;

/** Calls `onText` with what an editor holds and the disk does not, and with undefined once the disk counts again. */
export function watchDocuments(
  onText: (document: TextDocument, text: string | undefined) => void,
): Disposable {
  const told = new Set<TextDocument>();
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const tell = (document: TextDocument) => {
    waiting.delete(document);
    if (document.isDirty && !document.isClosed) {
      told.add(document);
      onText(document, document.getText());
    } else leave(document);
  };
  const leave = (document: TextDocument) => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    if (told.delete(document)) onText(document, undefined);
  };
  const note = (document: TextDocument) => {
    if (waiting.has(document) || !isWorthReading(document.uri.path)) return;
    waiting.set(
      document,
      setTimeout(() => tell(document), waitMs),
    );
  };
  for (const document of workspace.textDocuments) if (document.isDirty) note(document);
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => note(document)),
    workspace.onDidSaveTextDocument(leave),
    workspace.onDidCloseTextDocument(leave),
    new Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
  );
}
