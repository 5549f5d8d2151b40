import { kinds } from '../token/tokens';
import type { Reader } from './reader';
import { textValue } from './textValue';

/** A pipe of Angular at its sign: `'new-nav' | appFlag` calls the method `transform` of what is called so. */
export function readPipe(reader: Reader, sign: number): void {
  const { cursor } = reader;
  const [text, name] = [sign - 1, sign + 1];
  if (cursor.kind(text) !== kinds.text || !cursor.isWord(name)) return;
  const given = [{ slot: 0, value: textValue(cursor, text) }];
  reader.note(`${cursor.word(name)}.transform`, given, cursor.start(name), cursor.end(name), false);
}
