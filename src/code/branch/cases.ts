import { kinds } from '../token/tokens';
import { leaves } from './arms';
import { type Condition, either } from './condition';
import type { Span } from './read';
import type { Source } from './source';

/** What runs for some values of what is switched on. */
export interface Case extends Span {
  readonly when: Condition;
}

/** A switch, match or when. */
export interface Cases {
  readonly cases: readonly Case[];
  /** The texts of all labels. */
  readonly texts: readonly number[];
  /** The word it begins with. */
  readonly keyword: number;
  /** Whether a value that no label names is thought of, too. */
  readonly hasRest: boolean;
}

const subjects = new Set(['switch', 'match', 'when', 'case']);
const wildcards = new Set(['_', 'else', 'default']);
const fallsThrough = new Set([
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'vue',
  'php',
  'java',
  'csharp',
  'dart',
]);

/**
 * The cases of a switch, match or when on exactly this value. Undefined when there is none; a case whose values are no
 * literals is left out, and the default with it.
 */
export function readCases(source: Source, value: Span): Cases | undefined {
  const body = findBody(source, value);
  if (!body) return undefined;
  const cases: Case[] = [];
  const texts: number[] = [];
  const named: string[] = [];
  let hasRest = false;
  let isCertain = true;
  let pending: Condition | undefined;
  for (const { texts: own, isDefault, span } of readArms(source, body)) {
    const labels = own?.map((token) => source.textOf(token));
    if (own === undefined || labels === undefined) isCertain = false;
    else {
      named.push(...labels);
      texts.push(...own);
    }
    // What stands behind the whole is for the rest where this returns.
    hasRest ||= isDefault || own === undefined || returns(source, span);
    const alone = isDefault
      ? isCertain && named.length > 0
        ? ({ outcomes: [...named], isNot: true } satisfies Condition)
        : undefined
      : labels && ({ outcomes: labels, isNot: false } satisfies Condition);
    const when = alone && (pending ? either(pending, alone) : alone);
    const isEmpty = span.from > span.to;
    if (when && !isEmpty) cases.push({ ...span, when });
    const goesOn =
      fallsThrough.has(source.language) && (isEmpty || (!body.isExpression && !leaves(source, span)));
    pending = goesOn ? when : undefined;
    if (goesOn && when === undefined) isCertain = false;
  }
  return { cases, texts, keyword: body.keyword, hasRest };
}

function returns(source: Source, { from, to }: Span): boolean {
  for (let at = from; at <= to; at = source.after(at)) {
    if (source.isWord(at, 'return')) return true;
  }
  return false;
}

interface Body extends Span {
  readonly keyword: number;
  readonly column: number | undefined;
  /** Arms are `label -> …` or `label => …`: they do not fall through. */
  readonly isExpression: boolean;
}

function findBody(source: Source, { from, to }: Span): Body | undefined {
  const isGrouped = source.isBracket(from - 1, '(') && source.matchOf(from - 1) === to + 1;
  const keyword = isGrouped ? from - 2 : from - 1;
  const behind = isGrouped ? to + 2 : to + 1;
  const isCsharp = source.language === 'csharp' && source.isWord(to + 1, 'switch');
  if (isCsharp) return braced(source, to + 1, to + 2);
  if (!source.isWord(keyword, subjects)) return undefined;
  if (source.blocks === 'braces') return braced(source, keyword, behind);
  const column = source.columnOf(keyword);
  if (column === undefined) return undefined;
  const begin = source.operatorAt(behind) === ':' ? behind + 1 : behind;
  let end = begin;
  const limit = source.endOfLevel(keyword);
  for (; end < limit; end = source.after(end)) {
    const own = source.columnOf(end);
    const isOwn = source.language === 'ruby' && (source.isWord(end, 'when') || source.isWord(end, 'else'));
    if (own !== undefined && own <= column && !isOwn) break;
  }
  return { from: begin, to: end - 1, keyword, column, isExpression: true };
}

function braced(source: Source, keyword: number, open: number): Body | undefined {
  const close = source.isBracket(open, '{') ? source.matchOf(open) : undefined;
  if (close === undefined) return undefined;
  let isExpression = !source.isWord(open + 1, 'case') && !source.isWord(open + 1, 'default');
  for (let at = open + 1; at < close && !isExpression; at = source.after(at)) {
    const operator = source.operatorAt(at);
    if (operator === ':') break;
    isExpression = operator === '->' || operator === '=>';
  }
  return { from: open + 1, to: close - 1, keyword, column: undefined, isExpression };
}

interface LabelledArm {
  /** The tokens of its labels. Undefined: something else than texts. */
  readonly texts: readonly number[] | undefined;
  readonly isDefault: boolean;
  readonly span: Span;
}

function readArms(source: Source, body: Body): readonly LabelledArm[] {
  const arms: LabelledArm[] = [];
  for (let at = body.from; at <= body.to;) {
    const label = readLabel(source, at, body.to);
    if (!label) {
      at = source.after(at);
      continue;
    }
    const end = endOfArm(source, label.next, body);
    arms.push({ ...label, span: { from: label.next, to: trimmed(source, label.next, end) } });
    at = end;
  }
  return arms;
}

/** The last token of an arm, without the comma that separates it from the next. */
function trimmed(source: Source, from: number, end: number): number {
  return source.operatorUpTo(end - 1) === ',' ? end - 2 : Math.max(from, end) - 1;
}

function readLabel(
  source: Source,
  begin: number,
  to: number,
): (Omit<LabelledArm, 'span'> & { next: number }) | undefined {
  const hasKeyword = source.isWord(begin, 'case') || source.isWord(begin, 'when');
  let at = hasKeyword ? begin + 1 : begin;
  const texts: number[] = [];
  let isPlain = true;
  let isDefault = !hasKeyword && source.isWord(at, wildcards);
  if (hasKeyword && source.isWord(at, '_')) isDefault = true;
  if (source.isWord(begin, 'else') && source.language === 'ruby')
    return { texts: [], isDefault: true, next: begin + 1 };
  for (; at <= to; at = source.after(at)) {
    const operator = source.operatorAt(at);
    if (operator === ':' || operator === '->' || operator === '=>') {
      return { texts: isDefault ? [] : isPlain ? texts : undefined, isDefault, next: at + operator.length };
    }
    if (source.isWord(at, 'then')) return { texts: isPlain ? texts : undefined, isDefault, next: at + 1 };
    if (at > begin && source.language === 'ruby' && source.beginsStatement(at)) {
      return hasKeyword ? { texts: isPlain ? texts : undefined, isDefault, next: at } : undefined;
    }
    if (source.kindOf(at) === kinds.text) texts.push(at);
    else if (operator === ';' || source.isBracket(at, '{')) return undefined;
    else if (!isDefault && operator !== ',' && operator !== '|' && !source.isWord(at, 'or')) isPlain = false;
  }
  return undefined;
}

function endOfArm(source: Source, from: number, { to, isExpression }: Body): number {
  for (let at = from; at <= to; at = source.after(at)) {
    if (source.isWord(at, 'case') || source.isWord(at, 'default')) {
      if (at === from || !isAccess(source, at)) return at;
    }
    if (
      source.language === 'ruby' &&
      (source.isWord(at, 'when') || source.isWord(at, 'else')) &&
      source.columnOf(at) !== undefined
    )
      return at;
    if (!isExpression) continue;
    if (source.operatorAt(at) === ',' && source.language !== 'kotlin') return at + 1;
    if (source.language === 'kotlin' && at > from && source.beginsStatement(at)) return at;
    if (source.language === 'java' && at > from && source.beginsStatement(at)) return at;
  }
  return to + 1;
}

function isAccess(source: Source, at: number): boolean {
  return ['.', '?.', '->', '::'].includes(source.operatorUpTo(at - 1));
}
