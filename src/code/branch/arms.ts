import { kinds } from '../token/tokens';
import type { Span } from './read';
import type { Source } from './source';

/** One arm of an if statement; the last has no keyword of its own when it is an `else`. */
export interface Arm extends Span {
  readonly keyword: number | undefined;
}

export interface Chain {
  readonly arms: readonly Arm[];
  readonly hasElse: boolean;
  /** The token behind the statement. */
  readonly after: number;
}

const elseIfs = new Set(['elif', 'elsif', 'elseif']);
const bare = new Set(['go', 'swift', 'rust']);

/** The arms of the if statement that begins at `keyword`, as far as they can be told apart. */
export function readChain(source: Source, keyword: number): Chain {
  return source.blocks === 'indentation' ? readIndented(source, keyword) : readBraced(source, keyword);
}

function readBraced(source: Source, first: number): Chain {
  const arms: Arm[] = [];
  let keyword: number | undefined = first;
  for (;;) {
    const body: number | undefined = keyword === undefined ? undefined : findBody(source, keyword);
    if (keyword !== undefined && body === undefined) return { arms, hasElse: false, after: keyword + 1 };
    const begin: number = body ?? (arms.at(-1)?.to ?? first) + 1;
    const { span, after } = readBody(source, begin);
    arms.push({ ...span, keyword });
    if (keyword === undefined) return { arms, hasElse: true, after };
    if (source.isWord(after, elseIfs)) keyword = after;
    else if (!source.isWord(after, 'else')) return { arms, hasElse: false, after };
    else if (source.isWord(after + 1, 'if')) keyword = after + 1;
    else {
      const rest = readBody(source, after + 1);
      return { arms: [...arms, { ...rest.span, keyword: undefined }], hasElse: true, after: rest.after };
    }
  }
}

/** The first token of what a condition decides. */
function findBody(source: Source, keyword: number): number | undefined {
  if (!bare.has(source.language)) {
    const close = source.isBracket(keyword + 1, '(') ? source.matchOf(keyword + 1) : undefined;
    return close === undefined ? undefined : close + 1;
  }
  const limit = source.endOfLevel(keyword);
  for (let at = keyword + 1; at < limit; at = source.after(at)) {
    if (source.isBracket(at, '{')) return at;
  }
  return undefined;
}

function readBody(source: Source, begin: number): { span: Span; after: number } {
  const close = source.isBracket(begin, '{') ? source.matchOf(begin) : undefined;
  if (close !== undefined) return { span: { from: begin + 1, to: close - 1 }, after: close + 1 };
  const limit = source.endOfLevel(begin);
  let at = source.after(begin);
  for (; at < limit; at = source.after(at)) {
    if (source.operatorAt(at) === ';') return { span: { from: begin, to: at }, after: at + 1 };
    if (source.isWord(at, 'else') || source.beginsStatement(at)) break;
  }
  return { span: { from: begin, to: Math.min(at, limit) - 1 }, after: Math.min(at, limit) };
}

/** Python and Ruby: what is further to the right than the keyword belongs to it. */
function readIndented(source: Source, first: number): Chain {
  const column = source.columnOf(first) ?? 0;
  const arms: Arm[] = [];
  let keyword = first;
  for (;;) {
    const isElse = source.isWord(keyword, 'else');
    const from = isElse
      ? keyword + (source.operatorAt(keyword + 1) === ':' ? 2 : 1)
      : endOfCondition(source, keyword);
    const after = endOfIndent(source, from, column);
    if (from < after) arms.push({ from, to: after - 1, keyword: isElse ? undefined : keyword });
    const goesOn =
      source.columnOf(after) === column && (source.isWord(after, elseIfs) || source.isWord(after, 'else'));
    if (isElse || !goesOn || from >= after) {
      return { arms, hasElse: isElse, after: source.isWord(after, 'end') ? after + 1 : after };
    }
    keyword = after;
  }
}

function endOfCondition(source: Source, keyword: number): number {
  const limit = source.endOfLevel(keyword);
  for (let at = keyword + 1; at < limit; at = source.after(at)) {
    if (source.language === 'python' ? source.operatorAt(at) === ':' : source.isWord(at, 'then'))
      return at + 1;
    if (source.language === 'ruby' && source.beginsStatement(at)) return at;
  }
  return limit;
}

/** The first token of a line that is no further to the right than `column`. */
export function endOfIndent(source: Source, from: number, column: number): number {
  const limit = source.endOfLevel(from);
  for (let at = from; at < limit; at = source.after(at)) {
    const own = source.columnOf(at);
    if (own !== undefined && own <= column) return at;
  }
  return limit;
}

const exits = new Set([
  'return',
  'throw',
  'raise',
  'continue',
  'break',
  'exit',
  'die',
  'abort',
  'next',
  'panic',
  'fatalError',
]);

/** Whether nothing behind these statements runs after them. */
export function leaves(source: Source, { from, to }: Span): boolean {
  let last = from;
  for (let at = from; at <= to; at = source.after(at)) {
    const begins = at === from || source.operatorUpTo(at - 1) === ';' || source.beginsStatement(at);
    if (begins && source.kindOf(at) === kinds.word) last = at;
    else if (begins && source.operatorAt(at) !== ';') last = at;
  }
  return source.isWord(last, exits);
}
