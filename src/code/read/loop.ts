import type { Value } from '../facts';
import { readChain, skipPrefixes } from './chain';
import type { Reader } from './reader';

/** `for (const x of LIST)`, `for x in LIST`: x is any element. */
export function readLoop(reader: Reader, token: number): void {
  const { cursor } = reader;
  if (!cursor.isWord(token - 1) || !cursor.isWord(token + 1)) return;
  const isLoop =
    /^(?:const|let|var|for|final)$/.test(cursor.word(token - 2)) || cursor.word(token - 3) === 'for';
  const chain = isLoop ? readChain(cursor, token + 1, token + 12) : undefined;
  if (!chain || chain.open >= 0) return;
  const value: Value = {
    is: 'name',
    name: `${chain.name}.*`,
    start: cursor.start(token - 1),
    end: cursor.end(token - 1),
  };
  reader.bind(token, cursor.word(token - 1), value);
}

/** Notes the name or call that begins here as what the function around returns. */
export function noteReturn(reader: Reader, token: number): void {
  const { cursor } = reader;
  const first = skipPrefixes(cursor, token, token + 3);
  const chain = cursor.isWord(first) ? readChain(cursor, first, cursor.tokens.count) : undefined;
  if (chain && /^[\w$.()[\]]+$/.test(chain.name)) reader.scopes.returns(chain.name, cursor.start(first));
}
