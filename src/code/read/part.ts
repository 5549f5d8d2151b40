import { kinds } from '../token/tokens';
import { readChain } from './chain';
import type { Cursor } from './cursor';

/** Where the argument, element or member that begins here ends: its comma, or the closing bracket. */
export function endOfPart(cursor: Cursor, from: number, close: number): number {
  let at = from;
  while (at < close && !cursor.is(at, ',') && !cursor.is(at, ';')) at = cursor.behind(at);
  return Math.min(at, close);
}

/** `name: value`, `name = value`, `name => value`, `'name' => value`, `:name => value`. */
export function nameOfPart(
  cursor: Cursor,
  from: number,
  end: number,
): { name: string; at: number; value: number; isComputed: boolean } | undefined {
  const isSymbol = cursor.is(from, ':') && cursor.isWord(from + 1);
  let at = isSymbol ? from + 1 : from;
  const isComputed = cursor.is(at, '[') && cursor.match(at) > at;
  if (isComputed) at++;
  const kind = cursor.kind(at);
  if (kind !== kinds.word && kind !== kinds.text && kind !== kinds.number) return undefined;
  // A member that is named by constants: `[Flags.nav]: true`, `Flags.nav => true`.
  const chain = kind === kinds.word ? readChain(cursor, at, end) : undefined;
  const name = chain && chain.open < 0 ? chain.name : cursor.tokens.textOf(at);
  const last = chain && chain.open < 0 ? chain.next - 1 : at;
  const sign = isComputed ? last + 2 : last + 1;
  if (sign >= end) return undefined;
  const isArrow = cursor.isPair(sign, '=', '>');
  if (isArrow && cursor.language.grammar.hasArrows && cursor.language.grammar.family !== 'dart')
    return undefined;
  const isName = isComputed && kind === kinds.word;
  if (isArrow) return { name, at, value: sign + 2, isComputed: isName };
  if (cursor.is(sign, ':') && !cursor.isPair(sign, ':', ':'))
    return { name, at, value: sign + 1, isComputed: isName };
  const isAssigned = cursor.is(sign, '=') && !cursor.isPair(sign, '=', '=');
  return isAssigned && !isSymbol ? { name, at, value: sign + 1, isComputed: isName } : undefined;
}
