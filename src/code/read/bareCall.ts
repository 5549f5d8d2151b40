import { kinds } from '../token/tokens';
import { sdkNames } from '../sdk/names';
import { endOfValue } from './declaration';
import { isIgnoredCallee } from './ignored';
import type { Reader } from './reader';
import { readList, readValue } from './value';

/** A call without parentheses: `posthog.is_feature_enabled 'key', user`, at the last word of what is called. */
export function readBareCall(reader: Reader, first: number, last: number, name: string): void {
  const { cursor } = reader;
  const from = last + 1;
  if (cursor.isFirstOfLine(from) || cursor.start(from) === cursor.end(last)) return;
  const kind = cursor.kind(from);
  const isSymbol =
    cursor.is(from, ':') && cursor.isWord(from + 1) && cursor.start(from + 1) === cursor.end(from);
  if (name.startsWith('@') && cursor.isFirstOfLine(first)) {
    // `@flag "key"`, `@flags %{nav: "key"}`, `@flags ["key"]` of a module of Elixir.
    const isHeld = cursor.is(from, '[') || (cursor.is(from, '%') && cursor.is(from + 1, '{'));
    if (kind === kinds.text || isHeld)
      reader.bind(first, name, readValue(cursor, from, isHeld ? endOfValue(cursor, from) : from + 1));
    return;
  }
  if (kind !== kinds.text && kind !== kinds.head && kind !== kinds.word && !isSymbol) return;
  const method = name.slice(name.lastIndexOf('.') + 1);
  const isSdk = sdkNames.has(method);
  if (!isSdk && (isIgnoredCallee(name, reader.grammar.family) || kind === kinds.word)) return;
  if (reader.isKeyword(from)) return;
  let end = endOfValue(cursor, from);
  while (cursor.is(end, ',') && end < cursor.tokens.count && end - from < 200)
    end = endOfValue(cursor, end + 1);
  reader.note(name, readList(cursor, from, end), cursor.start(first), cursor.end(last), isSdk);
}
