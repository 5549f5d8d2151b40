import type { Value } from '../facts';
import type { Family } from '../language/language';
import { hashOf, kinds } from '../token/tokens';
import type { Cursor } from './cursor';
import { beforeAccessors } from './accessors';
import { readProps } from './props';
import type { Reader } from './reader';
import { textValue } from './textValue';
import { readValue } from './value';

const maxTokens = 300;
/** Words that a statement goes on with in another line. */
const joining = new Set(['as', 'satisfies', 'or', 'and', 'else'].map(hashOf));
/** Where `a, b = …` declares both. */
const severalTargets: ReadonlySet<Family> = new Set<Family>(['go', 'python', 'ruby']);

/** `name = value` at its sign, in any language: constants, fields, members of an enum, destructured names. */
export function readDeclaration(reader: Reader, sign: number): void {
  const { cursor } = reader;
  // What a file gets from another is read with the imports.
  if (isComparison(cursor, sign) || (cursor.word(sign + 1) === 'require' && cursor.is(sign + 2, '('))) return;
  if (readProps(reader, sign)) return;
  const isShort = cursor.is(sign - 1, ':');
  const target = isShort ? sign - 2 : sign - 1;
  const parent = cursor.parent(sign);
  // Arguments and attributes by name are read with their call.
  if (parent >= 0 && (cursor.kind(parent) === kinds.tag || isArguments(reader, parent))) return;
  const end = endOfValue(cursor, sign + 1);
  if (end <= sign + 1) return;
  if (cursor.is(target, '}') && cursor.language.grammar.family === 'elixir' && cursor.isWord(target - 1)) {
    // `{:ok, flags} = …`
    reader.bind(target - 1, cursor.word(target - 1), readValue(cursor, sign + 1, end));
    return;
  }
  if (cursor.is(target, '}') && isPattern(cursor, cursor.match(target))) {
    readPattern(reader, cursor.match(target), sign, end);
    return;
  }
  if (cursor.is(target - 1, ',') && severalTargets.has(cursor.language.grammar.family)) {
    readSeveral(reader, target, sign);
    return;
  }
  const name = nameBefore(cursor, beforeAccessors(cursor, target));
  if (!name || (parent >= 0 && cursor.is(parent, '(') && cursor.language.grammar.family !== 'go')) return;
  nameBrackets(reader, sign + 1, end, name.text);
  const value = readValue(cursor, sign + 1, end);
  if (value.is === 'other' && name.type === '') return;
  // The function that a provider of Riverpod makes its values with has the name.
  if (value.is === 'call' && value.name.endsWith('.family')) return;
  const dotted = name.isField
    ? reader.scopes.qualified(name.token, name.text)
    : reader.scopes.declared(name.token, name.text);
  const before = cursor.word(name.token - 1);
  const isEntry =
    before === 'case' ||
    (reader.scopes.isEnum(parent) && !/^(?:const|static|let|val|var|final|String|string)$/.test(before));
  reader.bind(name.token, dotted, value, { type: name.type, isField: name.isField === true, isEntry });
}

/** `a, b := 1, 2` one by one; the first of `flags, err := f()` is what the call returns. */
function readSeveral(reader: Reader, last: number, sign: number): void {
  const { cursor } = reader;
  let first = last;
  while (cursor.is(first - 1, ',') && cursor.isWord(first - 2)) first -= 2;
  let from = sign + 1;
  for (let at = first; at <= last; at += 2) {
    const end = endOfValue(cursor, from);
    if (cursor.isWord(at) && end > from) {
      const name = reader.scopes.declared(at, cursor.word(at));
      reader.bind(at, name, readValue(cursor, from, end));
    }
    if (!cursor.is(end, ',')) return;
    from = end + 1;
  }
}

/** Objects that the value begins with belong to the name: `a = { … }`, `a = f({ … })`, `a = Object.freeze({ … })`. */
function nameBrackets(reader: Reader, from: number, end: number, name: string): void {
  const { cursor } = reader;
  for (let at = from; at < end && at < from + 12; at++) {
    if (cursor.is(at, '{')) {
      reader.scopes.nameBracket(at, name);
      return;
    }
    if (cursor.is(at, '=') || cursor.kind(at) === kinds.text) return;
  }
}

/** `==`, `!=`, `<=`, `+=`, `=~`, `=>`. */
function isComparison(cursor: Cursor, sign: number): boolean {
  if (cursor.is(sign + 1, '=') || cursor.is(sign + 1, '~') || cursor.is(sign + 1, '>')) {
    return cursor.start(sign + 1) === cursor.end(sign);
  }
  if (cursor.kind(sign - 1) !== kinds.other || cursor.end(sign - 1) !== cursor.start(sign)) return false;
  return (
    !cursor.is(sign - 1, ':') &&
    !cursor.is(sign - 1, '>') &&
    !cursor.is(sign - 1, ']') &&
    !cursor.is(sign - 1, '?')
  );
}

/** Whether the bracket holds the arguments of a call. */
function isArguments(reader: Reader, open: number): boolean {
  const { cursor } = reader;
  // `sync_to_async(f)(a, b=c)` calls what a call returned.
  const isCurried = cursor.language.grammar.family === 'python' && cursor.is(open - 1, ')');
  return (
    cursor.is(open, '(') &&
    (isCurried || (cursor.isWord(open - 1) && !reader.isKeyword(open - 1))) &&
    !reader.scopes.isBody(open)
  );
}

interface Name {
  readonly text: string;
  readonly token: number;
  readonly type: string;
  /** A field of the object or class around, set in one of its methods. */
  readonly isField?: true;
}

/** The name that ends at `last`, with or without its type: `name`, `this.name`, `name: Type`, `Type name`, `name Type`. */
function nameBefore(cursor: Cursor, last: number): Name | undefined {
  const { grammar } = cursor.language;
  let at = last;
  for (let steps = 0; steps < 14; steps++) {
    if (cursor.is(at, ':') && !cursor.is(at - 1, ':')) {
      // `name?: Type`, `name!: Type`.
      const name = cursor.is(at - 1, '?') || cursor.is(at - 1, '!') ? at - 2 : at - 1;
      const type = cursor.text.slice(cursor.start(at + 1), cursor.end(last)).trim();
      if (cursor.isWord(name) && !cursor.is(name - 1, '?'))
        return { text: cursor.word(name), token: name, type };
      return undefined;
    }
    const kind = cursor.kind(at);
    if (kind === kinds.other && !'.<>|&?,*'.includes(cursor.text[cursor.start(at)] ?? ';')) break;
    if (kind === kinds.open || kind === 0) break;
    if (cursor.isFirstOfLine(at)) break;
    at = kind === kinds.close && cursor.match(at) >= 0 ? cursor.match(at) - 1 : at - 1;
  }
  if (!cursor.isWord(last)) return undefined;
  const before = last - 1;
  if (grammar.family === 'go' && cursor.is(before, '.') && isDeclared(cursor, last - 3)) {
    const type = `${cursor.word(last - 2)}.${cursor.word(last)}`;
    return { text: cursor.word(last - 3), token: last - 3, type };
  }
  if (cursor.is(before, '.') || cursor.isPair(before - 1, '-', '>') || cursor.isPair(before - 1, ':', ':')) {
    // A field of this object or class; others' fields are not ours to know.
    const root = cursor.word(cursor.is(before, '.') ? before - 1 : before - 2);
    return /^(?:\$?this|self|cls|exports|module|Self|static)$/.test(root)
      ? { text: cursor.word(last), token: last, type: '', isField: true }
      : undefined;
  }
  const previous = cursor.word(before);
  if (
    grammar.family === 'go' &&
    previous !== '' &&
    !/^(?:const|var|if|for|switch|case|return)$/.test(previous) &&
    !cursor.isFirstOfLine(last)
  ) {
    return { text: previous, token: before, type: cursor.word(last) };
  }
  return { text: cursor.word(last), token: last, type: grammar.parameters === 'typeFirst' ? previous : '' };
}

/** Whether a name of Go stands before its type, a type of another package. */
function isDeclared(cursor: Cursor, name: number): boolean {
  const isName = cursor.isWord(name) && cursor.isWord(name + 1) && !cursor.isFirstOfLine(name + 1);
  return isName && !/^(?:if|for|switch|case|return|else|go|defer)$/.test(cursor.word(name));
}

/** Whether braces before a sign take a value apart, and are no type. */
function isPattern(cursor: Cursor, open: number): boolean {
  const before = open - 1;
  return cursor.isWord(before)
    ? /^(?:const|let|var|final|val)$/.test(cursor.word(before))
    : !cursor.is(before, ':') && !cursor.is(before, '|') && !cursor.is(before, '<');
}

/** `{ a, b: c } = value`, `[a, b] = value`: each name is a member of the value. */
function readPattern(reader: Reader, open: number, sign: number, end: number): void {
  const { cursor } = reader;
  if (open < 0 || !cursor.is(open, '{')) return;
  const source = readValue(cursor, sign + 1, end);
  const base = source.is === 'name' ? source.name : source.is === 'call' ? `${source.name}()` : undefined;
  if (base === undefined) return;
  const close = cursor.match(open);
  for (let at = open + 1; at < close; at = cursor.behind(at)) {
    if (cursor.kind(at) === kinds.text && cursor.is(at + 1, ':')) {
      // `{ 'new-nav': isNew } = flags` looks into them as `flags['new-nav']` does.
      const given = [{ slot: 0, value: textValue(cursor, at) }];
      reader.note(`${base}[]`, given, cursor.start(at), cursor.end(at), false);
    }
    if (!cursor.isWord(at) || (!cursor.is(at - 1, ',') && at - 1 !== open)) continue;
    const inside = cursor.is(at + 1, ':') && cursor.isWord(at + 2) ? at + 2 : at;
    const name: Value = {
      is: 'name',
      name: `${base}.${cursor.word(at)}`,
      start: cursor.start(at),
      end: cursor.end(at),
    };
    reader.bind(open, cursor.word(inside), name);
  }
}

/** Where the value that begins here ends: the end of its statement, or of the bracket around. */
export function endOfValue(cursor: Cursor, from: number): number {
  const { grammar } = cursor.language;
  const { tokens } = cursor;
  const parent = cursor.parent(from);
  const limit = Math.min(
    tokens.count,
    parent >= 0 && cursor.match(parent) > from ? cursor.match(parent) : tokens.count,
  );
  let at = from;
  for (let steps = 0; at < limit && steps < maxTokens; steps++) {
    const kind = cursor.kind(at);
    if (cursor.is(at, ',') || cursor.is(at, ';') || isSecondAssignment(cursor, at, from)) return at;
    if (kind === kinds.close && cursor.match(at) < 0) return at;
    if (at > from && cursor.isFirstOfLine(at) && !continues(cursor, at)) return at;
    if (
      kind === kinds.word &&
      grammar.hasBareCalls &&
      at > from &&
      /^(?:if|unless|do|rescue)$/.test(cursor.word(at))
    )
      return at;
    at = cursor.behind(at);
  }
  return at;
}

/** `a = b = c` is read from its last sign on. */
function isSecondAssignment(cursor: Cursor, at: number, from: number): boolean {
  return at > from && cursor.is(at, '=') && cursor.isWord(at - 1) && !isComparison(cursor, at);
}

/** Whether the statement goes on in this line: an operator ends the line before or begins this one. */
function continues(cursor: Cursor, token: number): boolean {
  const begins =
    cursor.kind(token) === kinds.other &&
    !cursor.is(token, '@') &&
    !cursor.is(token, '<') &&
    !cursor.is(token, '*') &&
    !cursor.is(token, '#');
  if (begins && !(cursor.is(token, '!') || cursor.is(token, '~'))) return true;
  if (cursor.isWord(token) && joining.has(cursor.tokens.hash[token] ?? 0)) return true;
  return cursor.kind(token - 1) === kinds.other && !cursor.is(token - 1, '!') && !cursor.is(token - 1, '>');
}
