import { kinds } from '../token/tokens';
import { anything } from './condition';
import { findAttribute } from './elements';
import { invert, isBare, type Predicate } from './predicate';
import type { Span } from './read';
import type { Source } from './source';

/** What becomes of a condition. */
export type Use =
  /** It decides a statement that begins with the keyword at `keyword`. */
  | { readonly is: 'statement'; readonly keyword: number; readonly predicate: Predicate }
  /** `condition ? yes : no`, `yes if condition else no`. */
  | {
      readonly is: 'choice';
      readonly yes: Span;
      readonly no: Span | undefined;
      readonly predicate: Predicate;
    }
  /** A variable holds it: the tokens before the `=` end at `target`. */
  | { readonly is: 'bound'; readonly target: number; readonly predicate: Predicate };

const keywords = new Set(['if', 'elif', 'elsif', 'elseif', 'unless', 'guard', 'while', 'until']);
const ends = new Set(['return', 'case', 'when', 'then', 'do', 'and', 'or', 'not', 'else', 'yield', 'in']);
const assignments = new Set(['=', ':=']);
const ors = new Set(['||', 'or']);
const ands = new Set(['&&', 'and']);

/** Finds the statement or the expression that the condition decides. Undefined where it is not sure. */
export function findUse(source: Source, start: Predicate): Use | undefined {
  for (let predicate = passNegations(source, start); ;) {
    if (!isBare(source, predicate)) return undefined;
    const level = lookAround(source, predicate);
    if (level.hasAnd && level.hasOr) return undefined;
    // Another value stands in for none.
    if (source.operatorAt(level.right) === '??') return undefined;
    const read: Predicate = {
      from: level.left + 1,
      to: level.right - 1,
      // One of several that must hold says nothing when the whole does not, and the reverse.
      whenTrue: level.hasOr ? anything : predicate.whenTrue,
      whenFalse: level.hasAnd ? anything : predicate.whenFalse,
    };
    if (source.operatorAt(level.right) === '?') return findTernary(source, read, level.right);
    const shown = level.hasAnd ? findShown(source, level.left, level.right) : undefined;
    if (shown) return { is: 'choice', yes: shown, no: undefined, predicate: read };
    // The value of a choice, `flag if …`, is no condition.
    if (source.isWord(level.right, 'if') && !source.beginsStatement(level.right)) return undefined;
    const { left } = level;
    if (source.isBracket(left, '(') && source.matchOf(left) === level.right) {
      const keyword = left - 1;
      if (source.isWord(keyword, keywords)) return { is: 'statement', keyword, predicate: read };
      if (isCallParenthesis(source, left)) return undefined;
      predicate = passNegations(source, { ...read, from: left, to: level.right });
      continue;
    }
    const attribute = left === source.parentOf(predicate.from) ? findAttribute(source, left) : undefined;
    if (attribute !== undefined) return { is: 'statement', keyword: attribute, predicate: read };
    const keyword = findKeyword(source, left);
    if (keyword !== undefined) return decide(source, keyword, read);
    if (assignments.has(source.operatorUpTo(left)))
      return { is: 'bound', target: left - source.operatorUpTo(left).length, predicate: read };
    return undefined;
  }
}

function passNegations(source: Source, start: Predicate): Predicate {
  let predicate = start;
  for (;;) {
    const at = predicate.from - 1;
    if (source.operatorUpTo(at) !== '!' && !source.isWord(at, 'not')) return predicate;
    predicate = { ...invert(predicate), from: at };
  }
}

interface Level {
  /** The tokens around the whole of what is joined by "and" and "or". */
  readonly left: number;
  readonly right: number;
  readonly hasAnd: boolean;
  readonly hasOr: boolean;
}

function lookAround(source: Source, { from, to }: Span): Level {
  const level = { hasAnd: false, hasOr: false };
  const note = (word: string): boolean => {
    level.hasAnd ||= ands.has(word);
    level.hasOr ||= ors.has(word);
    return ands.has(word) || ors.has(word);
  };
  let left = from - 1;
  for (; left >= 0 && left !== source.parentOf(from); left = source.before(left)) {
    const operator = source.operatorUpTo(left);
    if (stops.has(operator)) break;
    if (source.kindOf(left) === kinds.word) {
      const word = source.textOf(left);
      if (!note(word) && (keywords.has(word) || ends.has(word))) break;
    } else {
      note(operator);
      left -= Math.max(0, operator.length - 1);
    }
    if (source.beginsStatement(left + 1)) break;
  }
  const limit = source.endOfLevel(to);
  let right = to + 1;
  for (; right < limit; right = source.after(right)) {
    const operator = source.operatorAt(right);
    if (stops.has(operator) || source.isBracket(right, '{') || source.beginsStatement(right)) break;
    if (source.kindOf(right) === kinds.word) {
      const word = source.textOf(right);
      if (!note(word) && (keywords.has(word) || ends.has(word))) break;
    } else {
      note(operator);
      right += Math.max(0, operator.length - 1);
    }
  }
  return { left, right: Math.min(right, limit), ...level };
}

const stops = new Set([';', ',', '?', '??', ':', '=', ':=', '=>', '->', '+=', '-=']);

function isCallParenthesis(source: Source, open: number): boolean {
  const kind = source.kindOf(open - 1);
  if (kind === kinds.close) return !source.isBracket(open - 1, '}');
  return kind === kinds.word && !source.isWord(open - 1, ends) && source.textOf(open - 1) !== 'Boolean';
}

/** The keyword of a statement whose condition stands in no parentheses; Go may assign before it: `if x := f(); x {`. */
function findKeyword(source: Source, left: number): number | undefined {
  if (source.isWord(left, keywords)) return left;
  if (source.operatorUpTo(left) !== ';' || source.language !== 'go') return undefined;
  for (let at = left - 1; at >= 0 && !source.beginsStatement(at + 1); at = source.before(at)) {
    if (source.isWord(at, 'if')) return at;
  }
  return undefined;
}

/** A keyword behind something on its line decides that: `render_new if enabled`, `new if enabled else old`. */
function decide(source: Source, keyword: number, predicate: Predicate): Use | undefined {
  const isStatement = source.blocks === 'braces' || source.columnOf(keyword) !== undefined;
  if (isStatement) return { is: 'statement', keyword, predicate };
  const yes = { from: lineStart(source, keyword), to: keyword - 1 };
  if (yes.from > yes.to) return undefined;
  if (source.language === 'ruby') {
    const held = source.isWord(keyword, 'unless') ? invert(predicate) : predicate;
    return { is: 'choice', yes, no: undefined, predicate: held };
  }
  const other = predicate.to + 1;
  if (!source.isWord(other, 'else')) return undefined;
  return { is: 'choice', yes, no: { from: other + 1, to: endOfExpression(source, other + 1) }, predicate };
}

function lineStart(source: Source, token: number): number {
  let at = token;
  while (at - 1 > source.parentOf(token) && source.columnOf(at) === undefined) {
    const before = source.before(at);
    if (['=', ',', ':'].includes(source.operatorUpTo(before)) || source.isWord(before, 'return')) break;
    at = before;
  }
  return at;
}

function findTernary(source: Source, predicate: Predicate, mark: number): Use | undefined {
  const limit = source.endOfLevel(mark);
  let depth = 1;
  let at = mark + 1;
  for (; at < limit; at = source.after(at)) {
    const operator = source.operatorAt(at);
    if (operator === ';') return undefined;
    if (operator === '?') depth++;
    else if (operator === ':' && --depth === 0) break;
    else if (operator.length > 1) at += operator.length - 1;
  }
  if (at >= limit) return undefined;
  const no = { from: at + 1, to: endOfExpression(source, at + 1) };
  return { is: 'choice', yes: { from: mark + 1, to: at - 1 }, no, predicate };
}

/** The last token of the expression that begins here. */
function endOfExpression(source: Source, from: number): number {
  const limit = source.endOfLevel(from);
  let at = source.after(from);
  for (; at < limit; at = source.after(at)) {
    if ([';', ','].includes(source.operatorAt(at)) || source.beginsStatement(at)) break;
  }
  return Math.min(at, limit) - 1;
}

/** The element behind the last `&&`: `flag && <New />`. */
function findShown(source: Source, left: number, right: number): Span | undefined {
  let from: number | undefined;
  for (let at = left + 1; at < right; at = source.after(at)) {
    const behind = source.operatorUpTo(at - 1) === '&&' ? at : undefined;
    if (behind === undefined) continue;
    const inner = source.isBracket(behind, '(') ? behind + 1 : behind;
    from = source.kindOf(inner) === kinds.tag ? behind : undefined;
  }
  return from === undefined ? undefined : { from, to: right - 1 };
}
