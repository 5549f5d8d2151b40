import type { Family } from '../language/language';
import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';
import type { Reader } from './reader';
import { textValue } from './textValue';

/** Languages whose arrows part the cases of a value. */
export const hasArms: ReadonlySet<Family> = new Set<Family>(['rust', 'dart']);

/** Methods and properties that give the key of an entry. */
const keyMethods =
  /(?:^|\.)(?:as_str|as_ref|to_str|key|flag_?key|flag_?name|name|slug|id|value|rawValue|posthog_?key|from)$/i;
/** `impl Display`: how an entry is shown is its key where nothing else says one. */
const showing = /(?:^|\.)fmt$/;

/** `Flag::Nav => "nav"` of Rust, `Flag.nav => 'nav'` of Dart in what gives the key of an entry, at the arrow. */
export function readArm(reader: Reader, arrow: number): void {
  const { cursor, grammar } = reader;
  const isRust = grammar.family === 'rust';
  const root = isRust ? arrow - 4 : arrow - 3;
  const isEntry = isRust ? cursor.isPair(arrow - 3, ':', ':') : cursor.is(arrow - 2, '.');
  if (isEntry) noteEntry(reader, cursor.word(root), arrow - 1, textBehind(cursor, arrow + 2));
}

/** `case .nav: return "nav"` of Swift, `case Flag.nav: return 'nav';` of Dart, in what gives the key of an entry. */
export function readCase(reader: Reader, word: number): void {
  const { cursor, grammar } = reader;
  const isSwift = grammar.family === 'swift';
  const entry = isSwift ? word + 2 : word + 3;
  if (!cursor.is(entry - 1, '.') || !cursor.isWord(entry)) return;
  // `case .nav(let region):`
  const colon = isSwift && cursor.is(entry + 1, '(') ? cursor.behind(entry + 1) : entry + 1;
  if (!cursor.is(colon, ':')) return;
  const text = cursor.word(colon + 1) === 'return' ? colon + 2 : colon + 1;
  noteEntry(reader, isSwift ? 'Self' : cursor.word(word + 1), entry, text);
}

/** The text that `write!(f, "nav")` or `f.write_str("nav")` writes; the token itself where nothing is written. */
function textBehind(cursor: Cursor, first: number): number {
  if (cursor.word(first) === 'write' && cursor.is(first + 1, '!')) return first + 5;
  return cursor.word(first + 2) === 'write_str' ? first + 4 : first;
}

function noteEntry(reader: Reader, root: string, entry: number, text: number): void {
  const { cursor, scopes } = reader;
  const method = scopes.innermost?.name ?? '';
  const isShown = showing.test(method);
  if (cursor.kind(text) !== kinds.text || !(isShown || keyMethods.test(method))) return;
  const container = root === 'Self' ? method.slice(0, method.lastIndexOf('.')) : root;
  if (container === '') return;
  const name = `${container}.${cursor.word(entry)}`;
  if (isShown) reader.enumTexts.imply(name, textValue(cursor, text));
  else reader.enumTexts.bind(name, textValue(cursor, text));
}
