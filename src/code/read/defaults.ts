import type { Cursor } from './cursor';
import { endOfPart } from './part';
import type { Reader } from './reader';
import { readValue } from './value';

const maxParameters = 24;

/**
 * Defaults of the parameters between these parentheses, as if the function `name` called itself with them: what
 * `isOn(flag = NAV)` reads when nothing is given is told by the same rules as what callers give.
 */
export function noteDefaults(reader: Reader, open: number, name: string): void {
  const { cursor, grammar } = reader;
  if (grammar.family !== 'script' || name === '' || !cursor.is(open, '(')) return;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const called = last === name ? name : `this.${last}`;
  eachPart(cursor, open, (from, end) => {
    if (!cursor.is(from, '{')) noteDefault(reader, called, from, end);
    else if (cursor.match(from) > from)
      eachPart(cursor, from, (first, stop) => noteDefault(reader, called, first, stop));
  });
}

function noteDefault(reader: Reader, called: string, from: number, end: number): void {
  const { cursor } = reader;
  // `private readonly flag`
  let first = from;
  while (cursor.isWord(first) && cursor.isWord(first + 1)) first++;
  const sign = cursor.isWord(first) ? cursor.findBeside(first, end, '=') : -1;
  if (sign < 0 || cursor.isPair(sign, '=', '>')) return;
  const value = readValue(cursor, sign + 1, end);
  if (value.is !== 'text' && value.is !== 'name') return;
  const given = [{ slot: cursor.word(first), value }];
  reader.note(called, given, cursor.start(first), cursor.end(end - 1), false);
}

function eachPart(cursor: Cursor, open: number, visit: (from: number, end: number) => void): void {
  const close = cursor.match(open);
  let from = open + 1;
  for (let part = 0; from < close && part < maxParameters; part++) {
    const end = endOfPart(cursor, from, close);
    if (end > from) visit(from, end);
    from = end + 1;
  }
}
