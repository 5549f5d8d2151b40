import type { Given, Member, Value } from '../facts';
import { kinds } from '../token/tokens';
import { textValue } from './textValue';
import { findComputed, findInferred, isFunction, readKeyof, readMapped } from './derived';
import { endOfPart, nameOfPart } from './part';
import { readFetched } from './fetched';
import { readUnion } from './union';
import { readChain, skipPrefixes } from './chain';
import type { Cursor } from './cursor';
import { readToken } from './valueToken';
import { typedList } from './typedList';

const maxDepth = 4;
const maxParts = 2000;
/** Behind a literal these change nothing: `"x".to_string()`, `'x'.freeze`, `'x' as const`. */
const plainEndings = new Set(
  'as satisfies to_string into to_owned freeze rawValue toString strip as_str to_sym'.split(' '),
);

/** What the tokens in [from, to) mean, as far as the finder needs to know. */
export function readValue(cursor: Cursor, from: number, to: number, depth = 0): Value {
  const simple = to - from === 1 ? readToken(cursor, from) : undefined;
  if (simple && depth <= maxDepth) return simple;
  let first = skipPrefixes(cursor, from, to);
  const place = () => ({ start: cursor.start(from), end: cursor.end(Math.max(from, to - 1)) });
  if (first >= to || depth > maxDepth) return { is: 'other', ...place() };
  while (cursor.is(first, '(') && cursor.match(first) === to - 1 && to - first > 2) {
    if (isTuple(cursor, first)) return readBracket(cursor, first, depth);
    to--;
    first = skipPrefixes(cursor, first + 1, to);
    if (first >= to) return { is: 'other', ...place() };
  }
  const union = readUnion(cursor, first, to) ?? readKeyof(cursor, first, to);
  if (union) return union;
  const inferred = findInferred(cursor, first);
  if (inferred >= 0 && cursor.is(inferred + 1, '>'))
    return readToken(cursor, inferred) ?? { is: 'other', ...place() };
  const computed = findComputed(cursor, first);
  if (computed >= 0) return readValue(cursor, computed, to, depth + 1);
  // What a function does is read with its calls.
  if (isFunction(cursor, first)) return { is: 'other', ...place() };
  const choice = readChoice(cursor, first, to, depth);
  if (choice) return choice;
  const kind = cursor.kind(first);
  const behind = cursor.behind(first);
  if (kind === kinds.open && isPlainEnding(cursor, behind)) to = behind;
  if (kind === kinds.text) {
    if (behind === to || isPlainEnding(cursor, behind)) return textValue(cursor, first);
    return readJoined(cursor, first, to, depth) ?? { is: 'other', ...place() };
  }
  if (kind === kinds.head) {
    if (behind === to) return readTemplate(cursor, first, depth);
    return readJoined(cursor, first, to, depth) ?? { is: 'other', ...place() };
  }
  if (cursor.is(first, ':') && cursor.isWord(first + 1) && first + 2 === to && hasSymbols(cursor)) {
    return textValue(cursor, first + 1);
  }
  if (cursor.is(first, '{') && behind === to) return { is: 'members', of: readMembers(cursor, first, depth) };
  if (cursor.is(first, '[') && behind === to) return readBracket(cursor, first, depth);
  const list = typedList(cursor, first, to);
  if (list >= 0) return { is: 'list', of: readGiven(cursor, list, depth + 1).map(({ value }) => value) };
  if (cursor.is(first, '.') && cursor.isWord(first + 1) && first + 2 === to) {
    return {
      is: 'name',
      name: `.${cursor.word(first + 1)}`,
      start: cursor.start(first),
      end: cursor.end(first + 1),
    };
  }
  if (kind === kinds.number && cursor.text[cursor.start(first)] === '/') {
    const [start, end] = [cursor.start(first), cursor.end(to - 1)];
    // `/_/g`: the letters behind a pattern are a word of their own.
    const hasFlags = behind + 1 === to && cursor.isWord(behind) && cursor.start(behind) === cursor.end(first);
    if (behind === to || hasFlags) return { is: 'text', text: cursor.text.slice(start, end), start, end };
  }
  const chain = readChain(cursor, first, to);
  if (!chain) return { is: 'other', ...place() };
  const isWhole = chain.next === to || isPlainEnding(cursor, chain.next);
  if (!isWhole) return readJoined(cursor, first, to, depth) ?? { is: 'other', ...place() };
  const name = { name: chain.name, start: cursor.start(first), end: cursor.end(chain.next - 1) };
  const fetched = readFetched(cursor, chain);
  if (fetched) return fetched;
  if (chain.open < 0) return { is: 'name', ...name };
  const mapped = readMapped(cursor, chain);
  if (mapped) return mapped;
  return {
    is: 'call',
    ...name,
    name: cursor.is(chain.open, '(') ? chain.name.slice(0, -2) : chain.name,
    given: readGiven(cursor, chain.open, depth + 1),
  };
}

/** The arguments in this bracket. */
export function readGiven(cursor: Cursor, open: number, depth = 0): Given[] {
  return readList(cursor, open + 1, cursor.match(open), depth);
}

/** The values in [first, close), divided by commas. */
export function readList(cursor: Cursor, first: number, close: number, depth = 0): Given[] {
  const given: Given[] = [];
  let slot = 0;
  let from = first;
  for (let part = 0; from < close && part < maxParts; part++) {
    const end = endOfPart(cursor, from, close);
    if (end > from) {
      const named = nameOfPart(cursor, from, end);
      const value = readValue(cursor, named ? named.value : from, end, depth);
      given.push({ slot: named ? named.name : slot, value });
      slot++;
    }
    from = end + 1;
  }
  return given;
}

/** The members in these braces, names without a value being their own value. */
export function readMembers(cursor: Cursor, open: number, depth: number): Member[] {
  const close = cursor.match(open);
  const members: Member[] = [];
  let from = open + 1;
  for (let part = 0; from < close && part < maxParts; part++) {
    const end = endOfPart(cursor, from, close);
    const named = nameOfPart(cursor, from, end);
    if (named) {
      const value = readValue(cursor, named.value, end, depth + 1);
      const { name, isComputed } = named;
      const start = cursor.tokens.from[named.at] ?? 0;
      members.push({ name, start, value, ...(isComputed && { isComputed }) });
    } else if (cursor.isWord(from) && end === from + 1) {
      members.push({
        name: cursor.word(from),
        start: cursor.start(from),
        value: readValue(cursor, from, end, depth + 1),
      });
    } else if (cursor.kind(from) === kinds.text && end === from + 1) {
      members.push({
        name: String(members.length),
        start: cursor.start(from),
        value: textValue(cursor, from),
      });
    }
    from = end + 1;
  }
  return members;
}

/** Python's `('a', 'b')`. */
function isTuple(cursor: Cursor, open: number): boolean {
  const close = cursor.match(open);
  return cursor.language.grammar.family === 'python' && endOfPart(cursor, open + 1, close) < close;
}

function readBracket(cursor: Cursor, open: number, depth: number): Value {
  const close = cursor.match(open);
  const first = endOfPart(cursor, open + 1, close);
  const isMap = nameOfPart(cursor, open + 1, first) !== undefined;
  if (isMap) return { is: 'members', of: readMembers(cursor, open, depth) };
  return { is: 'list', of: readGiven(cursor, open, depth + 1).map(({ value }) => value) };
}

/** `a ? b : c`, `a || b`, `a ?? b`, `b if a else c`. */
function readChoice(cursor: Cursor, from: number, to: number, depth: number): Value | undefined {
  if (to - from < 3) return undefined;
  let question = -1;
  let steps = 0;
  for (let at = from; at < to && steps < 100; at = cursor.behind(at), steps++) {
    const kind = cursor.kind(at);
    if (kind === kinds.other) {
      if (cursor.is(at, '?') && !cursor.isPair(at, '?', '.') && !cursor.isPair(at, '?', '-')) {
        if (cursor.isPair(at, '?', '?') || cursor.isPair(at, '?', ':'))
          return either(cursor, [from, at, at + 2, to], depth);
        if (question < 0) question = at;
      } else if (cursor.is(at, ':') && question >= 0)
        return either(cursor, [question + 1, at, at + 1, to], depth);
      else if (cursor.isPair(at, '|', '|')) return either(cursor, [from, at, at + 2, to], depth);
    } else if (kind === kinds.word && cursor.language.grammar.family === 'python') {
      const word = cursor.word(at);
      if (word === 'if') question = at;
      else if (word === 'else' && question > from) return either(cursor, [from, question, at + 1, to], depth);
      else if (word === 'or') return either(cursor, [from, at, at + 1, to], depth);
    }
  }
  return undefined;
}

function either(
  cursor: Cursor,
  [a, b, c, d]: readonly [number, number, number, number],
  depth: number,
): Value {
  return { is: 'choice', of: [readValue(cursor, a, b, depth + 1), readValue(cursor, c, d, depth + 1)] };
}

/** `'a' + b`, `'a' . $b`, `"a" <> b`. */
function readJoined(cursor: Cursor, from: number, to: number, depth: number): Value | undefined {
  const parts: Value[] = [];
  let start = from;
  let steps = 0;
  for (let at = from; at < to && steps < 60; at = cursor.behind(at), steps++) {
    const isPlus = cursor.is(at, '+') || (cursor.is(at, '.') && cursor.kind(at - 1) === kinds.text);
    if (!isPlus) continue;
    parts.push(readValue(cursor, start, at, depth + 1));
    start = at + 1;
  }
  if (parts.length === 0) return undefined;
  parts.push(readValue(cursor, start, to, depth + 1));
  return { is: 'joined', of: parts, start: cursor.start(from), end: cursor.end(to - 1) };
}

function readTemplate(cursor: Cursor, head: number, depth: number): Value {
  const tail = cursor.match(head);
  const parts: Value[] = [];
  for (let at = head; at <= tail;) {
    const text = textValue(cursor, at);
    if (text.text !== '') parts.push(text);
    let end = at + 1;
    while (end < tail && cursor.kind(end) !== kinds.middle) end = cursor.behind(end);
    if (at < tail && end > at + 1) {
      const close = cursor.kind(end - 1) === kinds.close && cursor.match(end - 1) < 0 ? end - 1 : end;
      parts.push(readValue(cursor, at + 1, close, depth + 1));
    }
    at = Math.max(end, at + 1);
  }
  return { is: 'joined', of: parts, start: cursor.tokens.from[head] ?? 0, end: cursor.tokens.to[tail] ?? 0 };
}

function isPlainEnding(cursor: Cursor, token: number): boolean {
  if (cursor.is(token, '!') || (cursor.is(token, '?') && cursor.language.grammar.family === 'rust'))
    return true;
  const at = cursor.is(token, '.') ? token + 1 : token;
  // What a struct of Rust wraps: `NAV.0`.
  if (at > token && cursor.kind(at) === kinds.number) return cursor.language.grammar.family === 'rust';
  return plainEndings.has(cursor.word(at));
}

function hasSymbols({ language }: Cursor): boolean {
  return language.grammar.family === 'ruby' || language.grammar.family === 'elixir';
}
