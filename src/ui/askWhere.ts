import { Uri, window, workspace } from 'vscode';

export interface NewFile {
  /** Of the dialog. */
  readonly title: string;
  /** Proposed to the person. */
  readonly fileName: string;
  /** What it is, for example `CSV`, and how its name ends, without the dot. */
  readonly kind: string;
  readonly extension: string;
}

/** Asks where a new file should go; resolves to undefined when the person left. */
export type AskWhere = (file: NewFile) => Promise<Uri | undefined>;

export const askWhereInDialog: AskWhere = async ({ title, fileName, kind, extension }) => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, fileName) }),
    filters: { [kind]: [extension] },
    title,
  });
};
