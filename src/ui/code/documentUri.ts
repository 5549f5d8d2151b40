import { type TextDocument, type Uri, workspace } from 'vscode';

/** Where a document lies: a cell of a notebook lies where its notebook does. */
export function documentUri(document: TextDocument): Uri {
  if (document.uri.scheme !== 'vscode-notebook-cell') return document.uri;
  const notebook = workspace.notebookDocuments.find((each) =>
    each.getCells().some((cell) => cell.document === document),
  );
  return notebook?.uri ?? document.uri;
}
