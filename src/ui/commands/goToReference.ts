import { Selection, window } from 'vscode';
import { findAdjacent } from '../../code/findAdjacent';
import { rangeOf } from '../editor/flagCode';
import type { CommandContext, CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { Refusal } from './refusal';

/** To the next place in the file that names a flag, round its end. Resolves to `{ key }`. */
export const nextReference: CommandHandler = (context) => goTo(context, 'next');
export const previousReference: CommandHandler = (context) => goTo(context, 'previous');

async function goTo(
  { sessions, editor: loadEditor }: CommandContext,
  direction: 'next' | 'previous',
): Promise<unknown> {
  const editor = window.activeTextEditor;
  if (!editor) throw new Refusal('Open a file with code first.');
  if (!(await openSession(sessions))) return undefined;
  const seen = (await loadEditor()).flags.lookAt(editor.document);
  if (!seen) throw new Refusal('This document is not looked at for flags, or not looked at yet.');
  const offset = editor.document.offsetAt(editor.selection.active);
  const reference = findAdjacent(seen.references, offset, direction);
  if (!reference) throw new Refusal('This file names no flag.');
  const range = rangeOf(editor.document, reference);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range);
  return { key: reference.key };
}
