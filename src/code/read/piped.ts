import type { Given, Value } from '../facts';
import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';
import { readGiven, readValue } from './value';

const maxSteps = 4;
const maxName = 12;

/** `user |> variant("nav")`, `"nav" |> on?(user)`, `flag |> to_string() |> on?(user)`: what is before the sign is given first. */
export function readPiped(cursor: Cursor, first: number, given: Given[]): Given[] {
  if (!isPiped(cursor, first)) return given;
  const rest = given.map(({ slot, value }) => ({ slot: typeof slot === 'number' ? slot + 1 : slot, value }));
  const value = valueBefore(cursor, first, 0);
  return value ? [{ slot: 0, value }, ...rest] : rest;
}

function isPiped(cursor: Cursor, first: number): boolean {
  return cursor.language.grammar.family === 'elixir' && cursor.isPair(first - 2, '|', '>');
}

/** What stands before the sign, as far as it is a lone name, a text, or a call that is piped to itself. */
function valueBefore(cursor: Cursor, first: number, step: number): Value | undefined {
  const last = first - 3;
  const isLone = cursor.isWord(last) && !cursor.is(last - 1, '.');
  if (isLone || cursor.kind(last) === kinds.text) return readValue(cursor, last, last + 1);
  const open = cursor.is(last, ')') ? cursor.match(last) : -1;
  if (open < 1 || step >= maxSteps) return undefined;
  let callee = open - 1;
  for (let at = 0; at < maxName && cursor.is(callee - 1, '.') && cursor.isWord(callee - 2); at++) callee -= 2;
  const value =
    cursor.isWord(callee) && isPiped(cursor, callee) ? valueBefore(cursor, callee, step + 1) : undefined;
  if (!value) return undefined;
  const [start, end] = [cursor.start(callee), cursor.end(last)];
  const name = cursor.text.slice(start, cursor.end(open - 1));
  const rest = readGiven(cursor, open).map((each) => ({
    ...each,
    slot: typeof each.slot === 'number' ? each.slot + 1 : each.slot,
  }));
  return { is: 'call', name, given: [{ slot: 0, value }, ...rest], start, end };
}
