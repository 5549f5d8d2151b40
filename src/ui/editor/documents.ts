import type { DocumentFilter, TextDocument } from 'vscode';
import { languageIds } from '../ids';

/** Not in diffs, merges, output or what git shows of the past. */
const schemes = ['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs'];

/** What providers are registered for. */
export const selector: readonly DocumentFilter[] = languageIds.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Whether anything is said in this document. */
export function isCode({ languageId, uri }: TextDocument): boolean {
  return languageIds.includes(languageId) && schemes.includes(uri.scheme);
}
