import { kinds } from '../token/tokens';
import { endOfIndent } from './arms';
import type { Span } from './read';
import type { Source } from './source';

const declaring = new Set(['const', 'let', 'var', 'val', 'final']);
/** Properties of a result object that hold the variant. */
const properties = new Set(['variant', 'value', 'enabled', 'key', 'data', 'isEnabled', 'flag', 'variantKey']);

/** The name that is given a value by the tokens up to `target`; undefined where it is no plain variable. */
export function findVariable(source: Source, target: number): number | undefined {
  if (source.isBracket(target, '}')) return findProperty(source, source.matchOf(target), target);
  let begin = target;
  while (begin > 0 && !isStart(source, begin)) begin = source.before(begin);
  for (let at = begin; at < target; at++) {
    if (
      source.isWord(at, declaring) &&
      source.kindOf(at + 1) === kinds.word &&
      !source.isWord(at + 1, declaring)
    )
      // `final String flag`: the type stands before the name.
      return source.kindOf(at + 2) === kinds.word && source.textOf(at) === 'final' ? at + 2 : at + 1;
  }
  // `flag, err := read()`.
  if (source.operatorAt(begin + 1) === ',' && source.kindOf(begin) === kinds.word) return begin;
  if (source.kindOf(target) !== kinds.word || isMember(source, target)) return undefined;
  return target;
}

function isStart(source: Source, at: number): boolean {
  return (
    source.columnOf(at) !== undefined ||
    at - 1 === source.parentOf(at) ||
    [';', '{'].includes(source.operatorUpTo(at - 1)) ||
    source.isBracket(at - 1, '}') ||
    source.isWord(at - 1, 'if')
  );
}

function findProperty(source: Source, open: number | undefined, close: number): number | undefined {
  for (let at = (open ?? close) + 1; at < close; at = source.after(at)) {
    if (!source.isWord(at, properties) || ![',', ''].includes(source.operatorUpTo(at - 1))) continue;
    return source.operatorAt(at + 1) === ':' ? at + 2 : at;
  }
  return undefined;
}

/** Every later mention of the variable where it still holds this value. */
export function findMentions(
  source: Source,
  variable: number,
  target: number,
  after: number,
): readonly Span[] {
  const name = source.textOf(variable);
  const hash = source.tokens.hash[variable];
  const end = source.language === 'vue' ? source.count : endOfScope(source, target);
  const found: Span[] = [];
  // A template stands before or behind the script that makes its values.
  const begin = source.language === 'vue' ? 0 : after;
  for (let at = begin; at < end; at++) {
    if (at >= target && at < after) continue;
    if (source.kindOf(at) !== kinds.word || source.tokens.hash[at] !== hash || source.textOf(at) !== name)
      continue;
    if (isMember(source, at) || isName(source, at)) continue;
    const next = source.operatorAt(at + 1);
    if (next === '=' || next === ':=') break;
    found.push({ from: at, to: passValue(source, at) });
  }
  return found;
}

/** `result.variant`, `flag?.value`, `flag!`, `flag.value` of a reference. */
function passValue(source: Source, at: number): number {
  const operator = source.operatorAt(at + 1);
  if (operator === '!') return at + 1;
  const isAccess = operator === '.' || operator === '?.' || operator === '->';
  const member = at + 1 + operator.length;
  return isAccess && source.isWord(member, properties) && !source.isBracket(member + 1, '(') ? member : at;
}

function endOfScope(source: Source, target: number): number {
  if (source.blocks === 'braces') return source.endOfLevel(target);
  let line = target;
  while (line > 0 && source.columnOf(line) === undefined) line--;
  const column = source.columnOf(line) ?? 0;
  return column === 0 ? source.count : endOfIndent(source, target + 1, column - 1);
}

function isMember(source: Source, at: number): boolean {
  return ['.', '?.', '->', '::', '&.', '@'].includes(source.operatorUpTo(at - 1));
}

/** The name of a field or of an argument: `{ flag: 1 }`, `f(flag=1)`. */
function isName(source: Source, at: number): boolean {
  const isFirst = source.operatorUpTo(at - 1) === ',' || source.parentOf(at) === at - 1;
  return isFirst && source.operatorAt(at + 1) === ':' && source.kindOf(source.parentOf(at)) === kinds.open;
}
