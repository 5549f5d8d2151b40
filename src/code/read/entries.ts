import { readChain } from './chain';
import type { Reader } from './reader';

const entries = /\.(?:values|entries|allCases)(?:\(\))?$/;
const ofType = /^[A-Z]\w*(?:\.[A-Z]\w*)*\.\w+(?:\(\))?$/;

/** Any element of a list, or any entry of an enum, that is called so: `Flag.entries`, `Flag.values()`, `Flag.allCases`. */
export function anyOf(name: string): string {
  return `${ofType.test(name) ? name.replace(entries, '') : name}.*`;
}

/** `for (Flag flag : Flag.values())`: any entry. */
export function readForEach(reader: Reader, token: number): void {
  const { cursor } = reader;
  const type = cursor.is(token + 1, '(') ? token + 2 : -1;
  const name = cursor.word(type) === 'final' ? type + 2 : type + 1;
  if (type < 0 || !cursor.isWord(name) || !cursor.is(name + 1, ':')) return;
  const chain = readChain(cursor, name + 2, name + 14);
  if (!chain || !chain.name.endsWith('.values()')) return;
  const place = { start: cursor.start(name), end: cursor.end(name) };
  reader.bind(name, cursor.word(name), { is: 'name', name: anyOf(chain.name), ...place });
}
