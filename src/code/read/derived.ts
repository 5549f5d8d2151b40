import type { Value } from '../facts';
import { hashOf, kinds } from '../token/tokens';
import type { Chain } from './chain';
import type { Cursor } from './cursor';

const maxSteps = 200;
const maxReturnType = 12;
const keyofHash = hashOf('keyof');
const typeofHash = hashOf('typeof');
/** Functions whose answer is what the function they are given returns. */
const computing = /^(?:computed|useMemo|createMemo|toValue|toRef|derived|useComputed\$?|memo)$/;
/** What makes an object or a list of the entries of another. */
const mapping = /^(?:(.+)\.map|Object\.fromEntries|Map)\(\)$/;

/** Where the expression begins that `computed(() => …)` and the like give back; -1 where none stands. */
export function findComputed(cursor: Cursor, first: number): number {
  if (!cursor.is(first, '(') || cursor.match(first) !== first + 1 || !cursor.isPair(first + 2, '=', '>'))
    return -1;
  let callee = first - 2;
  if (!cursor.is(first - 1, '(')) return -1;
  for (let steps = 0; cursor.is(callee, '>') && steps < 1;) {
    while (steps++ < 12 && !cursor.is(callee, '<')) callee--;
    callee--;
  }
  const isExpression = !cursor.is(first + 4, '{');
  return isExpression && computing.test(cursor.word(callee)) ? first + 4 : -1;
}

/** Whether a script's arrow function begins here: `(key) => …`, `async key => …`, `(key: Key): boolean => …`. */
export function isFunction(cursor: Cursor, from: number): boolean {
  if (cursor.language.grammar.family !== 'script') return false;
  const first = cursor.word(from) === 'async' ? from + 1 : from;
  if (cursor.isWord(first)) return cursor.isPair(first + 1, '=', '>');
  if (!cursor.is(first, '(') || cursor.match(first) < first) return false;
  const behind = cursor.match(first) + 1;
  if (!cursor.is(behind, ':')) return cursor.isPair(behind, '=', '>');
  const sign = cursor.findBeside(behind, behind + maxReturnType, '=');
  return sign > 0 && cursor.isPair(sign, '=', '>');
}

/** `keyof typeof DEFAULTS`: the names of an object, as a call of `keyof`. */
export function readKeyof(cursor: Cursor, first: number, to: number): Value | undefined {
  const { hash } = cursor.tokens;
  if (hash[first] !== keyofHash || hash[first + 1] !== typeofHash || to !== first + 3) return undefined;
  if (!cursor.isWord(first + 2)) return undefined;
  const place = { start: cursor.start(first + 2), end: cursor.end(first + 2) };
  const object: Value = { is: 'name', name: cursor.word(first + 2), ...place };
  return { is: 'call', name: 'keyof', given: [{ slot: 0, value: object }], ...place };
}

/** `z.infer<typeof schema>`, `z.infer<typeof schema>[]`: whatever the schema allows; -1 where none begins. */
export function findInferred(cursor: Cursor, first: number): number {
  const isInfer =
    /^(?:infer|output|input|InferOutput|TypeOf)$/.test(cursor.word(first + 2)) && cursor.is(first + 1, '.');
  const typeOf = first + 4;
  return isInfer && cursor.is(first + 3, '<') && cursor.tokens.hash[typeOf] === typeofHash ? typeOf + 1 : -1;
}

/**
 * A constant made of one member of each entry of a list: `LIST.map((each) => each.flag)`,
 * `Object.fromEntries(LIST.map((each) => [each.id, each.flag]))`. Its elements are named `LIST.*.flag`.
 */
export function readMapped(cursor: Cursor, chain: Chain): Value | undefined {
  const [whole, own] = mapping.exec(chain.name) ?? [];
  if (whole === undefined || chain.open < 0) return undefined;
  const close = cursor.match(chain.open);
  const list = own ?? rootOf(cursor, chain.open + 1);
  if (!/^[\w$.]+$/.test(list)) return undefined;
  const arrow = findArrow(cursor, chain.open + 1, close);
  const each = cursor.is(arrow - 1, ')') ? cursor.word(arrow - 2) : cursor.word(arrow - 1);
  if (arrow < 0 || each === '') return undefined;
  let member = '';
  for (let at = arrow + 2; at < close && at < arrow + maxSteps; at++) {
    if (cursor.word(at) !== each || cursor.is(at - 1, '.')) continue;
    const name = cursor.is(at + 1, '?') ? at + 3 : at + 2;
    if (cursor.is(name - 1, '.')) member = cursor.word(name);
  }
  if (member === '') return undefined;
  return {
    is: 'name',
    name: `${list}.*.${member}`,
    start: cursor.start(chain.first),
    end: cursor.end(chain.next - 1),
  };
}

/** The list whose entries are mapped: `LIST` of `LIST.filter(…).map(…)`, of `Object.values(LIST).map(…)`. */
function rootOf(cursor: Cursor, first: number): string {
  let last = first;
  while (cursor.is(last + 1, '.') && cursor.isWord(last + 2)) last += 2;
  if (!cursor.is(last + 1, '(')) return '';
  if (/^(?:values|entries)$/.test(cursor.word(last))) return cursor.word(last + 2);
  return last > first ? cursor.text.slice(cursor.start(first), cursor.end(last - 2)) : '';
}

/** The arrow of what `map` or `flatMap` is given. */
function findArrow(cursor: Cursor, from: number, close: number): number {
  let isMap = cursor.word(from - 2) === 'map';
  for (let at = from; at < close && at < from + maxSteps; at++) {
    if (cursor.kind(at) === kinds.word) isMap ||= /^(?:map|flatMap)$/.test(cursor.word(at));
    else if (isMap && cursor.isPair(at, '=', '>')) return at;
  }
  return -1;
}
