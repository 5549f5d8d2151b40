import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';

const maxHead = 40;

/** The brace of the body, or the `=` or arrow of one that is an expression. */
export function bodyBehind(cursor: Cursor, from: number): number {
  let at = from;
  const hasType = cursor.is(from, ':') && cursor.language.grammar.family === 'script';
  // `-> Result<bool, Error> {`: commas between the arguments of a type end nothing.
  let typeDepth = 0;
  for (let steps = 0; steps < maxHead; steps++) {
    if (cursor.is(at, '<')) typeDepth++;
    else if (typeDepth > 0 && isClosing(cursor, at)) typeDepth--;
    if (
      (hasType && isInType(cursor, at)) ||
      (typeDepth > 0 && cursor.kind(at) !== 0 && !cursor.is(at, ';'))
    ) {
      at = cursor.behind(at);
      continue;
    }
    if (cursor.is(at, '{') || cursor.isPair(at, '=', '>')) return at;
    if (cursor.is(at, '=')) return at;
    if (
      cursor.is(at, ';') ||
      cursor.is(at, ',') ||
      cursor.kind(at) === 0 ||
      (cursor.kind(at) === kinds.close && cursor.match(at) < at)
    )
      return -1;
    if (
      at > from &&
      cursor.isFirstOfLine(at) &&
      cursor.isWord(at) &&
      !/^(?:where|throws)$/.test(cursor.word(at))
    )
      return -1;
    at = cursor.behind(at);
  }
  return -1;
}

/** Whether braces or an arrow belong to a return type: `: (key: string) => boolean {`, `: { on: boolean } {`. */
function isInType(cursor: Cursor, at: number): boolean {
  if (cursor.isPair(at, '=', '>')) return true;
  const before = cursor.text[cursor.start(at - 1)] ?? '';
  return (
    cursor.is(at, '{') &&
    cursor.kind(at - 1) === kinds.other &&
    ':|&>'.includes(before) &&
    !isClosing(cursor, at - 1)
  );
}

/** Whether `>` ends the arguments of a type. */
function isClosing(cursor: Cursor, at: number): boolean {
  return cursor.is(at, '>') && !cursor.isPair(at - 1, '=', '>') && !cursor.isPair(at - 1, '-', '>');
}

/** Where a body ends that begins with a brace or with the sign before an expression. */
export function endOfBody(cursor: Cursor, body: number): number {
  if (cursor.is(body, '{')) {
    const match = cursor.match(body);
    return match < 0 ? cursor.text.length : cursor.end(match);
  }
  const first = cursor.isPair(body, '=', '>') ? body + 2 : body + 1;
  if (cursor.is(first, '{') && cursor.match(first) > first) return cursor.end(cursor.match(first));
  const parent = cursor.parent(body);
  const limit = parent >= 0 && cursor.match(parent) > body ? cursor.match(parent) : cursor.tokens.count;
  let at = first;
  for (let steps = 0; at < limit && steps < 200; steps++) {
    if (cursor.is(at, ',') || cursor.is(at, ';')) break;
    const isNewStatement =
      at > first && cursor.isFirstOfLine(at) && cursor.isWord(at) && cursor.kind(at - 1) !== kinds.other;
    if (isNewStatement) break;
    at = cursor.behind(at);
  }
  return cursor.end(Math.max(first, at - 1));
}
