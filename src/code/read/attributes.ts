import { kinds } from '../token/tokens';
import type { Reader } from './reader';
import { textValue } from './textValue';

/** `[Description("nav")] Nav` of C#, `[EnumMember(Value = "nav")] Nav`, at the word. */
export function readDescribed(reader: Reader, word: number): void {
  const { cursor, scopes } = reader;
  const open = word + 1;
  const list = cursor.parent(word);
  if (!cursor.is(open, '(') || list < 0 || !cursor.is(list, '[')) return;
  const text = cursor.is(open + 2, '=') ? open + 3 : open + 1;
  const entry = cursor.match(list) + 1;
  if (cursor.kind(text) !== kinds.text || !cursor.isWord(entry) || !scopes.isEnum(cursor.parent(entry)))
    return;
  reader.enumTexts.bind(scopes.qualified(entry, cursor.word(entry)), textValue(cursor, text));
}

/** `#[strum(serialize = "nav")]`, `#[serde(rename = "nav")]` of Rust before an entry of an enum, at the word. */
export function readSerialized(reader: Reader, word: number): void {
  const { cursor, scopes } = reader;
  const text = word + 2;
  const list = cursor.parent(word);
  const isNamed = cursor.is(word + 1, '=') && cursor.kind(text) === kinds.text;
  if (!isNamed || list < 0 || !/^(?:strum|serde)$/.test(cursor.word(list - 1))) return;
  const entry = cursor.match(cursor.parent(list)) + 1;
  if (!cursor.isWord(entry) || !scopes.isEnum(cursor.parent(entry))) return;
  reader.enumTexts.bind(scopes.qualified(entry, cursor.word(entry)), textValue(cursor, text));
}
