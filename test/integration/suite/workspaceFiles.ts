import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';

// Files of the opened folder, by their paths in it.

export function fileAt(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return Uri.joinPath(folder.uri, path);
}

export async function writeFile(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileAt(path), new TextEncoder().encode(text));
}

export async function readFile(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileAt(path)));
}

/** Also a folder, with all that is in it. */
export async function deleteFile(path: string): Promise<void> {
  await workspace.fs.delete(fileAt(path), { recursive: true });
}
