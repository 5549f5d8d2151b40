import type { Cursor } from './cursor';
import { watchedBy } from './watched';
import { hashOf, kinds } from '../token/tokens';

/** A dotted name with the calls in it: `usePostHog().featureFlags.getFlag`. */
export interface Chain {
  readonly name: string;
  readonly first: number;
  /** The token behind it. */
  readonly next: number;
  /** The bracket of the call it ends with, -1 when it ends with a name. */
  readonly open: number;
}

/** Told of each call in a chain: what is called and the bracket of its arguments. */
export type OnCall = (name: string, open: number, first: number) => void;

const maxTypeArguments = 30;
const prefixes = new Set(
  ['await', 'new', 'try', 'const', 'typeof', 'yield', 'not', 'return', 'throw'].map(hashOf),
);

/** Reads the dotted name that begins with this word or parenthesis; undefined when none does. */
export function readChain(cursor: Cursor, first: number, to: number, onCall?: OnCall): Chain | undefined {
  let name: string;
  let next: number;
  if (cursor.isWord(first)) {
    name = cursor.word(first);
    next = first + 1;
  } else if (cursor.is(first, '(') && cursor.match(first) > first) {
    const inner = readGroup(cursor, first);
    if (inner === undefined) return undefined;
    name = inner;
    next = cursor.match(first) + 1;
  } else return undefined;
  let open = -1;
  for (let steps = 0; next < to && steps < 200; steps++) {
    const at = operator(cursor, next);
    if (at > next && cursor.isWord(at)) {
      name += `.${cursor.word(at)}`;
      next = at + 1;
      open = -1;
      continue;
    }
    const bracket = at > next ? at : typeArguments(cursor, next);
    const match = cursor.match(bracket);
    if (cursor.is(bracket, '(') && match > bracket && !(cursor.isFirstOfLine(bracket) && bracket === next)) {
      onCall?.(name, bracket, first);
      name = watchedBy(cursor, name, bracket) ?? `${name}()`;
      open = bracket;
    } else if (cursor.is(bracket, '[') && match > bracket && !cursor.isFirstOfLine(bracket)) {
      onCall?.(`${name}[]`, bracket, first);
      name += indexOf(cursor, bracket, match);
      open = -1;
    } else if (cursor.is(bracket, '{') && match > bracket && isStructLiteral(cursor, bracket)) {
      onCall?.(name, bracket, first);
      return { name, first, next: match + 1, open: bracket };
    } else break;
    next = match + 1;
  }
  return { name, first, next: Math.min(next, to), open };
}

/**
 * Whether the dotted name that begins with this word may hold a call that matters: most hold none, or a look by a number
 * alone, and need not be read.
 */
export function mayCall(cursor: Cursor, first: number): boolean {
  if (!cursor.isWord(first)) return true;
  let next = first + 1;
  for (let steps = 0; steps < 200; steps++) {
    const at = operator(cursor, next);
    if (at > next && cursor.isWord(at)) {
      next = at + 1;
      continue;
    }
    const isByNumber =
      cursor.is(at, '[') && cursor.kind(at + 1) === kinds.number && cursor.match(at) === at + 2;
    if (!isByNumber || cursor.text.charCodeAt(cursor.start(at + 1)) === 47)
      return cursor.kind(at) === kinds.open || cursor.is(at, '<');
    next = at + 3;
  }
  return true;
}

/** The token behind `.`, `?.`, `!.`, `!`, `->`, `?->`, `::`, `&.`, `..` and the like; the same token when there is none. */
function operator(cursor: Cursor, token: number): number {
  let at = token;
  while (cursor.is(at, '!') && at < token + 2) at++;
  if (at > token && (cursor.is(at, '(') || cursor.is(at, '[')) && cursor.start(at) === cursor.end(at - 1))
    return at;
  if (cursor.is(at, '?') || cursor.is(at, '&')) at++;
  if (cursor.is(at, '.')) {
    if (cursor.is(at + 1, '.')) at++;
    if (cursor.is(at + 1, '<') && cursor.kind(at + 2) === kinds.word) return at + 1;
    return cursor.isWord(at + 1) || cursor.is(at + 1, '(') || cursor.is(at + 1, '[') ? at + 1 : token;
  }
  const isArrow = cursor.language.grammar.family === 'php' && cursor.isPair(at, '-', '>');
  if (isArrow || cursor.isPair(at, ':', ':')) {
    const behind = at + 2;
    return cursor.isWord(behind) ? behind : cursor.is(behind, '<') ? typeArguments(cursor, behind) : token;
  }
  return token;
}

/** `.name` for a look by a literal, `[]` for any other. */
function indexOf(cursor: Cursor, open: number, close: number): string {
  const { family } = cursor.language.grammar;
  const isSymbol =
    close === open + 3 && cursor.is(open + 1, ':') && (family === 'ruby' || family === 'elixir');
  if (isSymbol && cursor.isWord(open + 2)) return `.${cursor.word(open + 2)}`;
  const kind = close === open + 2 ? cursor.kind(open + 1) : 0;
  const text = kind === kinds.text || kind === kinds.number ? cursor.tokens.textOf(open + 1) : '';
  return /^[\w$-]+$/.test(text) ? `.${text}` : '[]';
}

/** The parenthesis behind `<T>`; the same token when these are no type arguments of a call. */
function typeArguments(cursor: Cursor, token: number): number {
  if (!cursor.is(token, '<')) return token;
  let depth = 0;
  for (let at = token; at < token + maxTypeArguments; at++) {
    const kind = cursor.kind(at);
    if (cursor.is(at, '<')) depth++;
    else if (cursor.is(at, '>') && --depth === 0) return cursor.is(at + 1, '(') ? at + 1 : token;
    else if (
      kind !== kinds.word &&
      kind !== kinds.text &&
      kind !== kinds.other &&
      kind !== kinds.open &&
      kind !== kinds.close
    )
      return token;
    else if (cursor.is(at, ';') || cursor.is(at, '(') || cursor.is(at, ')')) return token;
  }
  return token;
}

/** What a parenthesis holds, when it is a name: `(await getPostHog())`, `(posthog as any)`. */
function readGroup(cursor: Cursor, open: number): string | undefined {
  const close = cursor.match(open);
  let at = skipPrefixes(cursor, open + 1, close);
  let depth = 0;
  while (cursor.is(at, '(') && cursor.match(at) > at && depth++ < 3) at = skipPrefixes(cursor, at + 1, close);
  if (!cursor.isWord(at)) return undefined;
  return readChain(cursor, at, close)?.name;
}

/** Whether the token is a word before an operand. */
export function isPrefix(cursor: Cursor, token: number): boolean {
  return cursor.isWord(token) && prefixes.has(cursor.tokens.hash[token] ?? 0);
}

/** Passes over `await`, `new`, `*`, `&` and the like before an operand. */
export function skipPrefixes(cursor: Cursor, from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    (isPrefix(cursor, at) ||
      cursor.is(at, '&') ||
      cursor.is(at, '*') ||
      cursor.is(at, '!') ||
      (cursor.is(at, '%') && cursor.language.grammar.family === 'elixir'))
  )
    at++;
  return at;
}

/** `posthog.FeatureFlagPayload{Key: …}`: Go and Rust name the fields of a struct in braces. */
function isStructLiteral(cursor: Cursor, brace: number): boolean {
  const { family } = cursor.language.grammar;
  if (family === 'dotnet') {
    return cursor.word(brace - 2) === 'new' && cursor.isWord(brace + 1) && cursor.is(brace + 2, '=');
  }
  if (family !== 'go' && family !== 'rust') return false;
  const last = cursor.word(brace - 1);
  const isType = family === 'go' ? last.length > 0 : /^[A-Z]/.test(last);
  return isType && cursor.isWord(brace + 1) && cursor.is(brace + 2, ':') && !cursor.is(brace + 3, '=');
}

/** Whether a parenthesis holds what is then called: `(await getPostHog()).isOn()`. */
export function beginsChain(cursor: Cursor, open: number, isBehindKeyword: boolean): boolean {
  const behind = cursor.match(open) + 1;
  if (behind <= open) return false;
  const before = cursor.kind(open - 1);
  if ((before === kinds.word && !isBehindKeyword) || before === kinds.close) return false;
  return (
    cursor.is(behind, '.') ||
    cursor.is(behind, '?') ||
    cursor.is(behind, '!') ||
    cursor.is(behind, '-') ||
    cursor.is(behind, '[') ||
    cursor.is(behind, '(')
  );
}
