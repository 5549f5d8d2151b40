import type { Parameter } from '../facts';
import { kinds } from '../token/tokens';
import { readEndOfHead } from './head';
import type { Reader } from './reader';

const maxProperties = 24;
/** Types of properties that may be the key of a flag, or hold it. */
const ofKeys = /^String$|flag|feature|experiment|key/i;

/** What Swift makes a struct of that says no other way: its stored properties, each by its name. */
export function readMemberwise(reader: Reader, body: number, name: string): void {
  const { cursor, scopes } = reader;
  const close = cursor.match(body);
  const parameters: Parameter[] = [];
  for (let at = body + 1; at < close && parameters.length < maxProperties; at = cursor.behind(at)) {
    if (cursor.kind(at) !== kinds.word || !/^(?:let|var)$/.test(cursor.word(at))) continue;
    const isStored = cursor.isWord(at + 1) && cursor.is(at + 2, ':') && cursor.isWord(at + 3);
    if (!isStored || /^(?:static|lazy)$/.test(cursor.word(at - 1))) continue;
    if (cursor.is(readEndOfHead(cursor, at + 3), '{')) continue;
    const own = cursor.word(at + 1);
    parameters.push({ name: own, label: own, type: cursor.word(at + 3) });
  }
  if (!parameters.some(({ type = '' }) => ofKeys.test(type))) return;
  for (const each of parameters) reader.known.add(each.name);
  const at = cursor.start(body);
  scopes.functions.push({ name: `${name}.constructor`, parameters, from: at, to: at });
}
