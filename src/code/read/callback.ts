import type { FunctionFact, Value } from '../facts';
import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';
import { anyOf } from './entries';
import { listName } from './loop';
import type { Reader } from './reader';

const elementMethods =
  /^(?:map|filter|some|every|find|forEach|flatMap|findIndex|any|all|where|first|firstWhere|associateWith|associate|associateBy|mapNotNull|compactMap|onEach|none|count|firstOrNull|contains)$/;

/** Hooks that hand what they hold to what selects of it: `useFlagStore((state) => state.flags)`. */
const storeHook = /^use\w*(?:Store|Flags|Context)$/;

/** What a callback is given: elements of a list, the flags, or what a store holds. */
export function bindCallback(
  reader: Reader,
  open: number,
  first: number,
  parameters: FunctionFact['parameters'],
): void {
  const { cursor } = reader;
  const paren = first - 1;
  if (!cursor.is(paren, '(') || !cursor.isWord(paren - 1)) return;
  const method = cursor.word(paren - 1);
  const place = { start: cursor.start(open), end: cursor.end(open) };
  for (const [slot, parameter] of parameters.entries()) {
    if (slot > 1) return;
    const selected = slot === 0 && storeHook.test(method) ? `${method}()` : undefined;
    if (Array.isArray(parameter)) {
      const isElement = slot === 0 && reader.grammar.family === 'script' && elementMethods.test(method);
      const list = isElement ? nameBehind(cursor, paren - 2) : undefined;
      const holder = list === undefined ? selected : anyOf(list);
      if (holder !== undefined) bindMembers(reader, parameter, holder, place);
      return;
    }
    const { name } = parameter as { name: string };
    if (selected !== undefined) reader.bindInside(name, { is: 'name', name: selected, ...place });
    else if (method === 'onFeatureFlags')
      reader.bindInside(name, { is: 'name', name: `onFeatureFlags().${slot}`, ...place });
    else if (slot === 0 && elementMethods.test(method)) {
      const list = nameBehind(cursor, paren - 2) ?? listBehind(reader, paren - 2);
      if (list !== undefined) reader.bindInside(name, { is: 'name', name: anyOf(list), ...place });
    }
  }
}

/** `({ key }) => …`: members of what the callback is given. */
function bindMembers(
  reader: Reader,
  pairs: readonly (readonly [string, string])[],
  holder: string,
  place: { readonly start: number; readonly end: number },
): void {
  for (const [member, inside] of pairs)
    reader.bindInside(inside, { is: 'name', name: `${holder}.${member}`, ...place });
}

/** What the braces behind a method are given: `Flag.entries.forEach { flag -> … }`, `Flag.allCases.map { $0.rawValue }`. */
export function bindTrailing(reader: Reader, open: number): void {
  const { cursor } = reader;
  const close = cursor.match(open);
  if (close < 0 || !elementMethods.test(cursor.word(open - 1))) return;
  const list = nameBehind(cursor, open - 2);
  if (list === undefined) return;
  const isNamed =
    cursor.isWord(open + 1) && (cursor.isPair(open + 2, '-', '>') || cursor.word(open + 2) === 'in');
  const implied = cursor.language.grammar.family === 'swift' ? '$0' : 'it';
  const place = { start: cursor.start(open), end: cursor.end(close) };
  const value: Value = { is: 'name', name: anyOf(list), ...place };
  reader.bindBetween(isNamed ? cursor.word(open + 1) : implied, value, place.start, place.end);
}

const blockMethods =
  /^(?:each|map|select|reject|filter|filter_map|flat_map|any\?|all\?|none\?|find|detect|find_all|partition|count|to_h|index_with|each_with_object|each_with_index|sum|group_by)$/;

/** What a block of Ruby is given, at the sign before its parameters: `FLAGS.each do |flag|`, `FLAGS.any? { |flag| … }`. */
export function bindBlock(reader: Reader, sign: number): void {
  const { cursor } = reader;
  if (!cursor.is(sign - 1, '{') && cursor.word(sign - 1) !== 'do') return;
  const method = cursor.is(sign - 2, ')') ? cursor.match(sign - 2) - 1 : sign - 2;
  const name = sign + 1;
  if (!cursor.isWord(name) || !blockMethods.test(cursor.word(method))) return;
  const list = nameBehind(cursor, method - 1) ?? listBehind(reader, method - 1);
  if (list === undefined) return;
  const place = { start: cursor.start(name), end: cursor.end(name) };
  reader.bind(sign, cursor.word(name), { is: 'name', name: anyOf(list), ...place });
}

/** A list in place: `['a', 'b'].map(`. */
function listBehind(reader: Reader, dot: number): string | undefined {
  const { cursor } = reader;
  const open = cursor.is(dot, '.') && cursor.is(dot - 1, ']') ? cursor.match(dot - 1) : -1;
  const before = cursor.kind(open - 1);
  const { family } = reader.grammar;
  if (open < 0 || (family !== 'script' && family !== 'ruby') || before === kinds.close) return undefined;
  if (before === kinds.word && !reader.isKeyword(open - 1)) return undefined;
  return listName(reader, open);
}

function isEmpty(cursor: Cursor, close: number): boolean {
  return cursor.match(close) === close - 1;
}

/** The dotted name that ends before a method: `FLAGS` of `FLAGS.map`, `Object.values(FLAGS)` of its elements. */
function nameBehind(cursor: Cursor, dot: number): string | undefined {
  if (!cursor.is(dot, '.')) return undefined;
  let at = dot - 1;
  if (cursor.is(at, ')') && cursor.word(cursor.match(at) - 1) === 'values')
    at = isEmpty(cursor, at) ? at - 2 : at - 1;
  const last = at;
  while (cursor.isWord(at) && cursor.is(at - 1, '.') && cursor.isWord(at - 2)) at -= 2;
  return cursor.isWord(at)
    ? cursor.text.slice(cursor.start(at), cursor.end(last)).replaceAll('?', '')
    : undefined;
}
