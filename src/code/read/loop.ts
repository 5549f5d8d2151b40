import type { FunctionFact, Parameter, Value } from '../facts';
import { kinds } from '../token/tokens';
import { readChain, skipPrefixes } from './chain';
import { endOfValue } from './declaration';
import { anyOf } from './entries';
import { isKeyLike } from './keyLike';
import type { Cursor } from './cursor';
import type { Reader } from './reader';
import { readGiven, readValue } from './value';

/** `for (const x of LIST)`, `for x in LIST`, `for x in ('a', 'b')`, `for _, x in NAMES.items()`: x is any element. */
export function readLoop(reader: Reader, token: number): void {
  const { cursor } = reader;
  if (cursor.is(token - 1, ']')) readEntries(reader, token);
  if (!cursor.isWord(token - 1)) return;
  const isPair = cursor.is(token - 2, ',') && cursor.word(token - 4) === 'for';
  const isLoop =
    isPair ||
    /^(?:const|let|var|for|final)$/.test(cursor.word(token - 2)) ||
    cursor.word(token - 3) === 'for';
  if (!isLoop) return;
  const list = isPair ? undefined : listName(reader, token + 1);
  const chain =
    list === undefined && cursor.isWord(token + 1) ? readChain(cursor, token + 1, token + 16) : undefined;
  const looped = list ?? (chain && nameOfElements(chain.name, isPair));
  if (looped === undefined) return;
  const value: Value = {
    is: 'name',
    name: anyOf(looped),
    start: cursor.start(token - 1),
    end: cursor.end(token - 1),
  };
  reader.bind(token, cursor.word(token - 1), value);
}

/** `for _, key := range KEYS` of Go. */
export function readRange(reader: Reader, token: number): void {
  const { cursor } = reader;
  const name = token - 3;
  if (!cursor.isPair(token - 2, ':', '=') || !cursor.isWord(name) || !cursor.is(name - 1, ',')) return;
  const chain = cursor.isWord(token + 1) ? readChain(cursor, token + 1, token + 16) : undefined;
  if (!chain || chain.open >= 0) return;
  const place = { start: cursor.start(name), end: cursor.end(name) };
  reader.bind(token, cursor.word(name), { is: 'name', name: anyOf(chain.name), ...place });
}

/** `for (const [name, key] of Object.entries(FLAGS))`: key is any value. */
function readEntries(reader: Reader, token: number): void {
  const { cursor } = reader;
  const open = cursor.match(token - 1);
  const value = token - 2;
  const paren = token + 4;
  if (!/^(?:const|let|var)$/.test(cursor.word(open - 1)) || !cursor.is(value - 1, ',')) return;
  if (cursor.word(token + 3) !== 'entries' || !cursor.is(paren, '(') || !cursor.isWord(value)) return;
  const chain = readChain(cursor, paren + 1, cursor.match(paren));
  if (!chain || chain.open >= 0 || chain.next !== cursor.match(paren)) return;
  const place = { start: cursor.start(value), end: cursor.end(value) };
  reader.bind(token, cursor.word(value), { is: 'name', name: `${chain.name}.*`, ...place });
}

/** What is gone over: `NAMES` of `NAMES.values()`; of pairs the second is meant, as `items` gives them. */
function nameOfElements(name: string, isPair: boolean): string | undefined {
  const plain = name.replace(isPair ? /\.items\(\)$/ : /\.values\(\)$/, '');
  return plain.endsWith(')') || (isPair && plain === name) ? undefined : plain;
}

/** A list in place is bound to a name that no code can have. */
export function listName(reader: Reader, open: number): string | undefined {
  const { cursor } = reader;
  if (cursor.kind(open) !== kinds.open || cursor.is(open, '{') || cursor.match(open) < 0) return undefined;
  const of = readGiven(cursor, open).map(({ value }) => value);
  if (!of.some((each) => each.is === 'text' || (each.is === 'name' && each.name.includes('.'))))
    return undefined;
  const name = `for ${cursor.start(open)}`;
  reader.bind(open, name, { is: 'list', of });
  return name;
}

/** Notes the name or call that begins here as what the function around returns. */
export function noteReturn(reader: Reader, token: number): void {
  const { cursor } = reader;
  const around = reader.scopes.innermost;
  if (around && around.name !== '' && mayBeText(reader, token, around)) {
    const value = reader.scopes.settle(readValue(cursor, token, endOfValue(cursor, token)));
    const isOfTexts = value.is === 'text' || value.is === 'joined' || value.is === 'choice';
    const isKey = (isOfTexts || (value.is === 'call' && value.on)) && isKeyLike(value, isNone);
    if (isKey) reader.bindings.push({ name: `${around.name}()`, value, from: 0, to: cursor.text.length });
  }
  const first = skipPrefixes(cursor, token, token + 3);
  const chain = cursor.isWord(first) ? readChain(cursor, first, cursor.tokens.count) : undefined;
  if (chain && /^[\w$.()[\]]+$/.test(chain.name)) reader.scopes.returns(chain.name, cursor.start(first));
}

/** Whether a literal, a template, a choice of literals or a rewritten parameter may begin here. */
function mayBeText({ cursor, grammar }: Reader, token: number, { parameters }: FunctionFact): boolean {
  if (grammar.family !== 'script') return false;
  if (isText(cursor, token)) return true;
  if (!cursor.isWord(token)) return false;
  if (cursor.is(token + 1, '+')) return true;
  if (cursor.is(token + 1, '.')) {
    // `name.toLowerCase()`
    const word = cursor.word(token);
    return parameters.some((each) => !Array.isArray(each) && (each as Parameter).name === word);
  }
  // `isWeb ? 'a' : 'b'`
  const question = cursor.findBeside(token + 1, token + maxBefore, '?');
  return question > 0 && isText(cursor, question + 1);
}

function isText(cursor: Cursor, token: number): boolean {
  const kind = cursor.kind(token);
  return kind === kinds.text || kind === kinds.head;
}

const maxBefore = 8;
const isNone = (): boolean => false;
