import { commands, type Hover, MarkdownString, type TextDocument, workspace } from 'vscode';

export const codeIn = async (language: string, content: string) =>
  workspace.openTextDocument({ language, content });

/** What is told of the place where a text stands first. */
export async function hoverAt(document: TextDocument, text: string): Promise<string | undefined> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const ours = hovers.flatMap(({ contents }) => contents).filter((each) => each instanceof MarkdownString);
  return ours.map(({ value }) => value).find((value) => value.includes('command:experimentLens.'));
}
