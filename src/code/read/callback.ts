import type { FunctionFact } from '../facts';
import type { Cursor } from './cursor';
import type { Reader } from './reader';

const elementMethods =
  /^(?:map|filter|some|every|find|forEach|flatMap|findIndex|any|all|where|first|firstWhere)$/;

/** What a callback is given: elements of a list, or the flags. */
export function bindCallback(
  reader: Reader,
  open: number,
  first: number,
  parameters: FunctionFact['parameters'],
): void {
  const { cursor } = reader;
  const paren = first - 1;
  if (!cursor.is(paren, '(') || !cursor.isWord(paren - 1)) return;
  const method = cursor.word(paren - 1);
  const place = { start: cursor.start(open), end: cursor.end(open) };
  for (const [slot, parameter] of parameters.entries()) {
    if (slot > 1 || Array.isArray(parameter)) return;
    const { name } = parameter as { name: string };
    if (method === 'onFeatureFlags')
      reader.bindInside(name, { is: 'name', name: `onFeatureFlags().${slot}`, ...place });
    else if (slot === 0 && elementMethods.test(method)) {
      const list = nameBehind(cursor, paren - 2);
      if (list !== undefined) reader.bindInside(name, { is: 'name', name: `${list}.*`, ...place });
    }
  }
}

/** The dotted name that ends before a method: `FLAGS` of `FLAGS.map`, `Object.values(FLAGS)` of its elements. */
function nameBehind(cursor: Cursor, dot: number): string | undefined {
  if (!cursor.is(dot, '.')) return undefined;
  let at = dot - 1;
  if (cursor.is(at, ')') && cursor.word(cursor.match(at) - 1) === 'values') at--;
  const last = at;
  while (cursor.isWord(at) && cursor.is(at - 1, '.') && cursor.isWord(at - 2)) at -= 2;
  return cursor.isWord(at)
    ? cursor.text.slice(cursor.start(at), cursor.end(last)).replaceAll('?', '')
    : undefined;
}
