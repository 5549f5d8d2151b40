import type { Reader } from './reader';

const maxHead = 24;
const ofFlags = /flag|feature|experiment|toggle|variant/i;

/**
 * Binds what a type is besides, if that may be a flag: `struct NewNav: Experiment {`, `class NewNav extends Flag {`, Python's
 * `class Cart(FeatureMixin, View)`. The head ends at the token `body`.
 */
export function readConforming(reader: Reader, from: number, body: number, name: string): void {
  const { cursor, grammar } = reader;
  for (let at = from + 1; at < body && at < from + maxHead; at++) {
    // What it is made of, which in Python are the types it is.
    if (!grammar.isIndented && cursor.is(at, '(')) at = Math.max(at, cursor.match(at));
    const word = cursor.word(at);
    if (!ofFlags.test(word)) continue;
    const [start, end] = [cursor.start(from), cursor.end(from)];
    const value = { is: 'name', name, start, end } as const;
    reader.bindings.push({ name: `${name}.is ${word}`, value, from: 0, to: cursor.text.length });
  }
}
