import { kinds } from '../token/tokens';
import type { Reader } from './reader';
import { readChain } from './chain';
import { endOfValue } from './declaration';
import { anyOf } from './entries';
import { textValue } from './textValue';
import { readValue } from './value';

const maxNames = 40;

/** `alias A.B`, `alias A.B, as: C`, `alias A.{B, C}`: short names for modules. */
export function readAlias(reader: Reader, token: number): void {
  const { cursor } = reader;
  if (!cursor.isFirstOfLine(token) || !cursor.isWord(token + 1)) return;
  const chain = readChain(cursor, token + 1, token + maxNames);
  if (!chain) return;
  const end = cursor.end(chain.next - 1);
  const bind = (at: number, name: string, of: string) => {
    reader.bind(at, name, { is: 'name', name: of, start: cursor.start(at), end });
  };
  const { name, next } = chain;
  if (cursor.is(next, '.') && cursor.is(next + 1, '{')) {
    for (let at = next + 2; at < cursor.match(next + 1) && at < next + maxNames; at++)
      if (cursor.isWord(at)) bind(at, cursor.word(at), `${name}.${cursor.word(at)}`);
    return;
  }
  const isRenamed = cursor.is(next, ',') && cursor.word(next + 1) === 'as' && cursor.isWord(next + 3);
  bind(token, isRenamed ? cursor.word(next + 3) : name.slice(name.lastIndexOf('.') + 1), name);
}

/** `for flag <- @flags`: any of them. */
export function readGenerator(reader: Reader, token: number): void {
  const { cursor } = reader;
  if (cursor.isWord(token + 1) && cursor.isPair(token + 2, '<', '-'))
    bindElement(reader, token + 1, token + 4);
}

/** `Enum.filter(@flags, fn flag -> … end)`: any of them. */
export function readEnum(reader: Reader, token: number): void {
  const { cursor } = reader;
  const open = token + 3;
  if (!cursor.is(token + 1, '.') || !cursor.is(open, '(') || !cursor.isWord(open + 1)) return;
  const comma = readChain(cursor, open + 1, open + maxNames)?.next ?? -1;
  if (cursor.is(comma, ',') && cursor.word(comma + 1) === 'fn' && cursor.isWord(comma + 2))
    bindElement(reader, comma + 2, open + 1);
}

function bindElement(reader: Reader, name: number, list: number): void {
  const { cursor } = reader;
  const chain = cursor.isWord(list) ? readChain(cursor, list, list + maxNames) : undefined;
  if (!chain || chain.open >= 0) return;
  const place = { start: cursor.start(name), end: cursor.end(name) };
  reader.bind(name, cursor.word(name), { is: 'name', name: anyOf(chain.name), ...place });
}

/** `plug RequireFeature, "nav"`: what the module's `call` is given second. */
export function readPlug(reader: Reader, token: number): void {
  const { cursor } = reader;
  const isLocal = cursor.is(token + 1, ':') && cursor.isWord(token + 2) && cursor.is(token + 3, ',');
  if (!isLocal) noteModule(reader, token, token + 1, 'call', 1);
  else if (cursor.isFirstOfLine(token) && cursor.kind(token + 4) === kinds.text) {
    // `plug :require_flag, "nav" when action in [:show]` calls a function of this module.
    const given = [{ slot: 1, value: textValue(cursor, token + 4) }];
    reader.note(cursor.word(token + 2), given, cursor.start(token + 2), cursor.end(token + 2), false);
  }
}

/** `on_mount {Gate, "nav"}`: what the module's `on_mount` is given first. */
export function readOnMount(reader: Reader, token: number): void {
  if (reader.cursor.is(token + 1, '{')) noteModule(reader, token, token + 2, 'on_mount', 0);
}

function noteModule(reader: Reader, token: number, first: number, method: string, slot: number): void {
  const { cursor } = reader;
  if (!cursor.isFirstOfLine(token) || !cursor.isWord(first)) return;
  const chain = readChain(cursor, first, first + maxNames);
  if (!chain || chain.open >= 0 || !cursor.is(chain.next, ',')) return;
  const value = readValue(cursor, chain.next + 1, endOfValue(cursor, chain.next + 1));
  const [from, to] = [cursor.start(first), cursor.end(chain.next - 1)];
  reader.note(`${chain.name}.${method}`, [{ slot, value }], from, to, false);
}
