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

/** Entries of an enum of Dart that has nothing but them: `enum Flag { nav, menu }`, read by `flag.name`. */
export function readPlain(reader: Reader, body: number, name: string): void {
  const { cursor } = reader;
  const close = cursor.match(body);
  const entries: number[] = [];
  for (let at = body + 1; at < close; at += 2) {
    if (!cursor.isWord(at) || !(at + 1 === close || cursor.is(at + 1, ','))) return;
    entries.push(at);
  }
  for (const at of entries) reader.enumTexts.imply(`${name}.${cursor.word(at)}`, textValue(cursor, at));
}
