import type { Parameter } from '../facts';
import { kinds } from '../token/tokens';
import type { Reader } from './reader';

const maxHead = 16;
const maxBody = 60;

/**
 * `isOn: { key in … }`, `variant: { sdk.getFeatureFlag($0) }` of Swift, at the brace: a function that is called by the
 * label it is given under.
 */
export function readSwiftClosure(reader: Reader, open: number): void {
  const { cursor, scopes } = reader;
  const close = cursor.match(open);
  if (close < 0 || !cursor.is(open - 1, ':') || !cursor.isWord(open - 2)) return;
  const parent = cursor.parent(open);
  if (!cursor.is(parent, '(')) return;
  const parameters = parametersOf(reader, open, close);
  if (parameters.length === 0) return;
  const name = cursor.word(open - 2);
  scopes.nameBracket(open, name, true);
  scopes.open(scopes.qualified(open, name), parameters, cursor.start(open), cursor.end(close));
}

function parametersOf(reader: Reader, open: number, close: number): Parameter[] {
  const { cursor } = reader;
  const parameters: Parameter[] = [];
  const first = cursor.is(open + 1, '(') ? open + 2 : open + 1;
  for (let at = first; at < first + maxHead && at < close; at++) {
    if (cursor.word(at) === 'in') return parameters;
    const isName = cursor.isWord(at) && (at === first || cursor.is(at - 1, ','));
    if (isName) parameters.push({ name: cursor.word(at), ...typeBehind(reader, at) });
    else if (at === first) break;
  }
  for (let at = open + 1; at < close && at < open + maxBody; at++)
    if (cursor.kind(at) === kinds.word && cursor.word(at) === '$0') return [{ name: '$0' }];
  return [];
}

/** The type of a parameter, where it is said: `(flag: Flag) in`. */
function typeBehind({ cursor }: Reader, name: number): { type?: string } {
  return cursor.is(name + 1, ':') && cursor.isWord(name + 2) ? { type: cursor.word(name + 2) } : {};
}
