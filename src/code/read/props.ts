import type { Cursor } from './cursor';
import { readBraces } from './parameters';
import type { Reader } from './reader';

/** Languages whose files are one component each. */
const components = new Set(['vue', 'svelte']);

/**
 * `const props = defineProps<…>()` of Vue, `let { flag }: Props = $props()` of Svelte, at the sign: the rest of the file is
 * a function that is given the attributes of the component, and that others import as its default.
 * @returns whether it is that
 */
export function readProps(reader: Reader, sign: number): boolean {
  const { cursor, scopes } = reader;
  const call = cursor.word(sign + 1) === 'withDefaults' ? sign + 3 : sign + 1;
  if (!/^(?:defineProps|\$props)$/.test(cursor.word(call))) return false;
  if (!cursor.language.ids.some((id) => components.has(id))) return false;
  const last = withoutType(cursor, sign - 1);
  const open = cursor.is(last, '}') ? cursor.match(last) : -1;
  if (open < 0 && !cursor.isWord(last)) return false;
  const parameters = open < 0 ? [{ name: cursor.word(last) }] : readBraces(cursor, open, last + 1);
  scopes.open('default', parameters, cursor.start(sign), cursor.text.length);
  return true;
}

/** The end of what is declared: `}` of `{ flag }: { flag: string }`, `props` of `props: Props`. */
function withoutType(cursor: Cursor, last: number): number {
  const first = cursor.is(last, '}') ? cursor.match(last) : last;
  return first > 0 && cursor.is(first - 1, ':') ? first - 2 : last;
}
