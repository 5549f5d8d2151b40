import type { Reader } from './reader';
import { textValue } from './textValue';

const maxHead = 12;

/** Entries of an enum of Swift whose names are their texts: `enum Flag: String { case nav, menu }`. */
export function readImplied(reader: Reader, head: number, body: number, name: string): void {
  const { cursor } = reader;
  let isOfTexts = false;
  for (let at = head; at < body && at < head + maxHead; at++) isOfTexts ||= cursor.word(at) === 'String';
  const close = cursor.match(body);
  if (!isOfTexts) return;
  for (let at = body + 1; at < close; at = cursor.behind(at)) {
    if (cursor.word(at) !== 'case') continue;
    for (let entry = at + 1; cursor.isWord(entry) && entry < close; entry += 2) {
      if (cursor.is(entry + 1, '=')) {
        // One with its own text is read as a declaration.
        if (!cursor.is(entry + 3, ',')) break;
        entry += 2;
        continue;
      }
      reader.enumTexts.imply(`${name}.${cursor.word(entry)}`, textValue(cursor, entry));
      if (!cursor.is(entry + 1, ',')) break;
    }
  }
}
