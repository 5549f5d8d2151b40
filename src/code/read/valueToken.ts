import type { Value } from '../facts';
import { kinds } from '../token/tokens';
import { isPrefix } from './chain';
import type { Cursor } from './cursor';
import { textValue } from './textValue';

/** What a value of one token is, which most are; undefined when that takes a closer look. */
export function readToken(cursor: Cursor, token: number): Value | undefined {
  const start = cursor.start(token);
  switch (cursor.kind(token)) {
    case kinds.text:
      return cursor.is(token + 1, '|') ? undefined : textValue(cursor, token);
    case kinds.word:
      return isPrefix(cursor, token)
        ? undefined
        : { is: 'name', name: cursor.tokens.textOf(token), start, end: cursor.end(token) };
    case kinds.number:
      return cursor.text.charCodeAt(start) === 47
        ? textValue(cursor, token)
        : { is: 'other', start, end: cursor.end(token) };
    default:
      return undefined;
  }
}
