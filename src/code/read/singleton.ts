import { readChain } from './chain';
import type { Reader } from './reader';
import { readValue } from './value';

/** An object of Kotlin stands for what it is made of: `data object NewNav : Flag("new-nav")`, as if it were assigned. */
export function readSingleton(reader: Reader, word: number): void {
  const { cursor, scopes } = reader;
  const name = word + 1;
  const made = name + 2;
  if (cursor.word(word) !== 'object' || !cursor.isWord(name) || !cursor.is(name + 1, ':')) return;
  const chain = cursor.isWord(made) ? readChain(cursor, made, made + 12) : undefined;
  if (!chain || chain.open < 0 || cursor.match(chain.open) < 0) return;
  const value = readValue(cursor, made, cursor.behind(chain.open));
  reader.bind(name, scopes.qualified(word, cursor.word(name)), value);
}
