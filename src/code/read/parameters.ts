import type { FunctionFact, Parameter } from '../facts';
import { kinds } from '../token/tokens';
import type { Cursor } from './cursor';
import { findInferred } from './derived';
import { endOfPart } from './part';

const maxParameters = 24;
const modifiers = new Set([
  'final',
  'private',
  'public',
  'protected',
  'readonly',
  'required',
  'val',
  'var',
  'this',
  'params',
  'inout',
  'mut',
  'ref',
  'out',
  'in',
  'override',
  'vararg',
  'covariant',
  'const',
]);

const restWords = new Set(['vararg', 'params']);

/** The parameters between these parentheses. */
export function readParameters(cursor: Cursor, open: number): FunctionFact['parameters'] {
  const close = cursor.match(open);
  const list: (Parameter | [string, string][])[] = [];
  let from = open + 1;
  for (let part = 0; from < close && part < maxParameters; part++) {
    const end = endOfPart(cursor, from, close);
    if (end > from) list.push(...readParameter(cursor, from, end));
    from = end + 1;
  }
  const isMethod = cursor.language.grammar.family === 'python' && /^(?:self|cls)$/.test(nameOf(list[0]));
  const isRustMethod = cursor.language.grammar.family === 'rust' && nameOf(list[0]) === 'self';
  // What an extension of C# is called on is none of its arguments; by its name it may be given like one.
  if (cursor.language.grammar.family === 'dotnet' && cursor.word(open + 1) === 'this')
    return [...list.slice(1), ...list.slice(0, 1)];
  return isMethod || isRustMethod ? list.slice(1) : list;
}

function nameOf(parameter: Parameter | [string, string][] | undefined): string {
  return parameter && !Array.isArray(parameter) ? parameter.name : '';
}

function readParameter(cursor: Cursor, from: number, end: number): (Parameter | [string, string][])[] {
  const rest = isRest(cursor, from, end) ? ({ isRest: true } as const) : {};
  let first = from;
  while (cursor.is(first, '.') || cursor.is(first, '*') || cursor.is(first, '&')) first++;
  // An attribute or annotation before a parameter.
  while (
    first < end &&
    (cursor.is(first, '[') || cursor.word(first).startsWith('@')) &&
    cursor.behind(first) < end
  ) {
    const behind = cursor.behind(first);
    first = cursor.word(first).startsWith('@') && cursor.is(behind, '(') ? cursor.behind(behind) : behind;
  }
  while (
    first < end - 1 &&
    modifiers.has(cursor.word(first)) &&
    (cursor.isWord(first + 1) || cursor.is(first + 1, '.'))
  ) {
    first += cursor.is(first + 1, '.') ? 2 : 1;
  }
  if (cursor.is(first, '{')) return readBraces(cursor, first, end);
  if (cursor.is(first, '[')) return [{ name: '' }];
  const { parameters, family } = cursor.language.grammar;
  const assign = cursor.findBeside(first, end, '=');
  const stop = assign < 0 ? end : assign;
  if (parameters === 'typeFirst') {
    let name = stop - 1;
    while (name > first && !cursor.isWord(name)) name--;
    // `String name` in Dart; a single word is a name without a type.
    const type = name > first ? cursor.word(first) : '';
    const text = cursor.word(name);
    return [
      {
        name: text,
        ...(type !== '' && { type }),
        ...(family === 'php' && text.startsWith('$') && { label: text.slice(1) }),
        ...rest,
      },
    ];
  }
  const colon = cursor.findBeside(first, stop, ':');
  const name = cursor.word(colon > first ? colon - 1 : first);
  const typeAt = colon > first ? colon + 1 : first + 1;
  const type = typeAt < stop ? typeName(cursor, typeAt, stop) : '';
  const label =
    family === 'swift' && colon - first === 2 ? cursor.word(first) : family === 'swift' ? name : '';
  const hasLabel = label !== '' && label !== '_';
  return [{ name, ...(hasLabel && { label }), ...(type !== '' && { type }), ...rest }];
}

/** `...keys`, `keys ...Key`, `String... keys`, `*keys`, `vararg keys`, `params string[] keys`. */
function isRest(cursor: Cursor, from: number, end: number): boolean {
  const { family } = cursor.language.grammar;
  if (family === 'python' || family === 'ruby') return cursor.is(from, '*') && cursor.isWord(from + 1);
  for (let at = from; at < end && at < from + 12; at++) {
    if (cursor.is(at, '.') && cursor.is(at + 1, '.') && cursor.is(at + 2, '.')) return true;
    if (restWords.has(cursor.word(at))) return true;
  }
  return false;
}

/** The name in a type: `FeatureFlag` of `string | FeatureFlag` and of `Optional[FeatureFlag]`, `posthog.Client`. */
function typeName(cursor: Cursor, from: number, end: number): string {
  const inferred = findInferred(cursor, from);
  if (inferred >= 0) return cursor.word(inferred);
  let name = '';
  for (let at = from; at < end && at < from + 8; at++) {
    if (!cursor.isWord(at)) {
      if (cursor.is(at, '=') || cursor.is(at, '<')) break;
    } else if (name === '' || sayLittle.has(name)) name = cursor.word(at);
    else if (cursor.is(at - 1, '.')) name += `.${cursor.word(at)}`;
  }
  return name;
}

/** What another name in the same type says more than. */
const sayLittle = new Set('string str undefined null None Optional Union readonly'.split(' '));

/** `{ flag, fallback: other = 1 }` of a script; the named parameters of Dart. */
export function readBraces(cursor: Cursor, open: number, end: number): (Parameter | [string, string][])[] {
  const close = cursor.match(open);
  if (close < 0 || close > end) return [];
  const pairs: [string, string][] = [];
  const named: Parameter[] = [];
  let from = open + 1;
  for (let part = 0; from < close && part < maxParameters; part++) {
    const stop = endOfPart(cursor, from, close);
    if (cursor.language.grammar.family === 'dart') {
      for (const each of readParameter(cursor, from, stop))
        if (!Array.isArray(each)) named.push({ ...each, label: each.name });
    } else if (cursor.isWord(from) || cursor.kind(from) === kinds.text) {
      const name = cursor.tokens.textOf(from);
      const hasOther = cursor.is(from + 1, ':') && cursor.isWord(from + 2);
      pairs.push([name, hasOther ? cursor.word(from + 2) : name]);
    }
    from = stop + 1;
  }
  return cursor.language.grammar.family === 'dart' ? named : [pairs];
}
