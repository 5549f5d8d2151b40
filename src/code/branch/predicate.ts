import { kinds } from '../token/tokens';
import { type Condition, negate, type Outcome } from './condition';
import { comparing, type Span } from './read';
import type { Source } from './source';

/** An expression that tells variants apart. Undefined: it says nothing then. */
export interface Predicate extends Span {
  readonly whenTrue: Condition | undefined;
  readonly whenFalse: Condition | undefined;
  /** The texts that the value is compared with. */
  readonly texts?: readonly number[];
}

const equal = new Set(['==', '===']);
const unequal = new Set(['!=', '!==']);

/** What comparing the flag's value says, or the value alone: a flag that is on is true. */
export function findPredicate(source: Source, value: Span): Predicate | undefined {
  return (
    findComparison(source, value) ??
    findMembership(source, value) ??
    findEquals(source, value) ??
    (isBare(source, value) ? toPredicate(value, { outcomes: [true], isNot: false }) : undefined)
  );
}

export function toPredicate(
  { from, to }: Span,
  whenTrue: Condition,
  texts: readonly number[] = [],
): Predicate {
  return { from, to, whenTrue, whenFalse: negate(whenTrue), texts };
}

export function invert({ from, to, whenTrue, whenFalse }: Predicate): Predicate {
  return { from, to, whenTrue: whenFalse, whenFalse: whenTrue };
}

/** `flag === 'test'`, `'test' == flag`, `flag is True`. */
function findComparison(source: Source, { from, to }: Span): Predicate | undefined {
  const operator = source.operatorAt(to + 1);
  if (equal.has(operator) || unequal.has(operator)) {
    const other = to + 1 + operator.length;
    return compared(source, { from, to: other }, other, unequal.has(operator));
  }
  if (source.isWord(to + 1, 'is')) {
    const isNot = source.isWord(to + 2, 'not');
    const other = to + (isNot ? 3 : 2);
    return compared(source, { from, to: other }, other, isNot);
  }
  const before = source.operatorUpTo(from - 1);
  if (!equal.has(before) && !unequal.has(before)) return undefined;
  const other = from - 1 - before.length;
  return compared(source, { from: other, to }, other, unequal.has(before));
}

function compared(source: Source, span: Span, other: number, isNot: boolean): Predicate | undefined {
  const outcome = outcomeOf(source, other);
  if (outcome === undefined) return undefined;
  const positive: Condition =
    outcome === false ? { outcomes: [true], isNot: true } : { outcomes: [outcome], isNot: false };
  const texts = typeof outcome === 'string' ? [other] : [];
  return toPredicate(span, isNot ? negate(positive) : positive, texts);
}

function outcomeOf(source: Source, token: number): Outcome | false | undefined {
  // A member of something, a piece of a sum: not the literal alone.
  if (source.operatorAt(token + 1) === '+' || source.operatorUpTo(token - 1) === '+') return undefined;
  if (source.kindOf(token) === kinds.text) return source.textOf(token);
  if (source.isWord(token, trueWords)) return true;
  return source.isWord(token, falseWords) ? false : undefined;
}

const trueWords = new Set(['true', 'True', 'TRUE']);
const falseWords = new Set(['false', 'False', 'FALSE']);

/** `['a', 'b'].includes(flag)`, `flag in ('a', 'b')`. */
function findMembership(source: Source, { from, to }: Span): Predicate | undefined {
  const list = source.isWord(to + 1, 'in')
    ? to + 2
    : source.isWord(to + 1, 'not') && source.isWord(to + 2, 'in')
      ? to + 3
      : undefined;
  if (list !== undefined) {
    const end = source.matchOf(list);
    const texts = textsIn(source, list);
    if (end === undefined || !texts) return undefined;
    const outcomes = texts.map((token) => source.textOf(token));
    return toPredicate({ from, to: end }, { outcomes, isNot: source.isWord(to + 1, 'not') }, texts);
  }
  const open = from - 1;
  if (!source.isBracket(open, '(') || source.matchOf(open) !== to + 1 || !source.isWord(open - 1, asking))
    return undefined;
  if (source.operatorUpTo(open - 2) !== '.' || !source.isBracket(open - 3, ']')) return undefined;
  const begin = source.matchOf(open - 3);
  const texts = begin === undefined ? undefined : textsIn(source, begin);
  if (begin === undefined || !texts) return undefined;
  const outcomes = texts.map((token) => source.textOf(token));
  return toPredicate({ from: begin, to: to + 1 }, { outcomes, isNot: false }, texts);
}

const asking = new Set(['includes', 'include?', 'contains', 'Contains']);

/** The texts of a list of nothing but texts. */
function textsIn(source: Source, open: number): readonly number[] | undefined {
  const close = source.matchOf(open);
  if (
    close === undefined ||
    !(source.isBracket(open, '[') || source.isBracket(open, '(') || source.isBracket(open, '{'))
  )
    return undefined;
  const texts: number[] = [];
  for (let at = open + 1; at < close; at++) {
    if (source.kindOf(at) === kinds.text) texts.push(at);
    else if (source.operatorAt(at) !== ',') return undefined;
  }
  return texts.length === 0 ? undefined : texts;
}

/** `flag.equals("test")`, `"test".equals(flag)`. */
function findEquals(source: Source, { from, to }: Span): Predicate | undefined {
  const access = source.operatorAt(to + 1);
  const member = to + 1 + access.length;
  if (access !== '' && source.isWord(member, comparing) && source.isBracket(member + 1, '(')) {
    const close = source.matchOf(member + 1);
    return close === member + 3 ? compared(source, { from, to: close }, member + 2, false) : undefined;
  }
  const open = from - 1;
  if (!source.isBracket(open, '(') || source.matchOf(open) !== to + 1 || !source.isWord(open - 1, comparing))
    return undefined;
  const literal = open - 3;
  return source.operatorUpTo(open - 2) === '.' && source.kindOf(literal) === kinds.text
    ? compared(source, { from: literal, to: to + 1 }, literal, false)
    : undefined;
}

const making = new Set([
  '===',
  '!==',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '.',
  '?.',
  '->',
  '&.',
  '??',
]);

/** Whether nothing is made of the value but a yes or no. */
export function isBare(source: Source, { from, to }: Span): boolean {
  const next = to + 1;
  if (source.kindOf(next) === kinds.word && source.isWord(next, new Set(['is', 'in', 'instanceof'])))
    return false;
  if (source.isBracket(next, '[') || source.isBracket(next, '(')) return source.beginsStatement(next);
  const before = source.operatorUpTo(from - 1);
  return !making.has(source.operatorAt(next)) && !making.has(before);
}
