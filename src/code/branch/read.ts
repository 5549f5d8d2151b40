import { kinds } from '../token/tokens';
import type { Source } from './source';

/** Tokens `from` up to and including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const prefixes = new Set(['await', 'new', 'try', 'yield']);
const access = new Set(['.', '?.', '->', '::', '&.']);
/** Members that hold the variant itself, and calls that only change its type. */
const valueMembers = new Set([
  'variant',
  'value',
  'enabled',
  'key',
  'data',
  'variantKey',
  'variant_key',
  'VariantKey',
  'Variant',
  'Value',
  'to_s',
  'to_sym',
  'toString',
  'ToString',
  'asString',
  'getValue',
  'getVariant',
  'isEnabled',
]);
const casts = new Set(['as', 'as?', 'as!']);
const constants = new Set(['true', 'false', 'null', 'undefined', 'nil', 'None', 'True', 'False']);

/** The whole expression that reads the flag named at `token`: from the receiver to the last parenthesis. */
export function findRead(source: Source, token: number): Span | undefined {
  const open = findCall(source, token);
  const close = open === undefined ? undefined : source.matchOf(open);
  if (open === undefined || close === undefined) return undefined;
  const to = passSuffixes(source, close);
  return to === undefined ? undefined : { from: findStart(source, open), to };
}

/** The bracket of the call or the look-up that the token is an argument of. */
export function findCall(source: Source, token: number): number | undefined {
  for (let open = source.parentOf(token); open >= 0; open = source.parentOf(open)) {
    if (source.kindOf(open) !== kinds.open) return undefined;
    const isGroup = source.isBracket(open, '(') || source.isBracket(open, '[');
    if (isGroup && isCallee(source, open - 1)) return open;
  }
  return undefined;
}

/** The function that is called with the key at `token`. In Go the key's own call is a struct: `Read(Payload{Key: "k"})`. */
export function calledAt(source: Source, token: number, call: string): string {
  const open = findCall(source, token);
  return open !== undefined && source.kindOf(open - 1) === kinds.word ? source.textOf(open - 1) : call;
}

function isCallee(source: Source, token: number): boolean {
  const kind = source.kindOf(token);
  if (kind === kinds.word) return !source.isWord(token, noCallee);
  if (kind === kinds.close) return !source.isBracket(token, '}');
  const operator = source.operatorUpTo(token);
  return operator === '>' || operator === '?.' || operator === '!';
}

const noCallee = new Set([
  'if',
  'elif',
  'elsif',
  'elseif',
  'unless',
  'while',
  'switch',
  'match',
  'when',
  'return',
  'case',
]);

function findStart(source: Source, open: number): number {
  let at = open;
  for (;;) {
    at = passCallee(source, at);
    const operator = source.operatorUpTo(at - 1);
    if (access.has(operator)) {
      at -= operator.length;
      // `client!.read`: the mark says that there is one.
      if (source.operatorUpTo(at - 1) === '!') at--;
    } else break;
  }
  while (source.isWord(at - 1, prefixes) || /^[!?]$/.test(prefixMark(source, at))) at--;
  return at;
}

/** `try!`, `try?`. */
function prefixMark(source: Source, at: number): string {
  return source.isWord(at - 2, 'try') ? source.operatorUpTo(at - 1) : '';
}

/** From behind a name, an index, type arguments or a call to their first token. */
function passCallee(source: Source, behind: number): number {
  let at = behind;
  if (source.operatorUpTo(at - 1) === '?.' && !source.isBracket(at, '(')) at -= 2;
  if (source.operatorUpTo(at - 1) === '>') {
    for (let look = at - 2; look > at - 30 && look >= 0; look--) {
      if (source.operatorAt(look) !== '<') continue;
      at = look;
      break;
    }
  }
  while (source.kindOf(at - 1) === kinds.close) at = source.before(at);
  return source.kindOf(at - 1) === kinds.word && !source.isWord(at - 1, noCallee) ? at - 1 : at;
}

/** Passes over what leaves the value as it is. Undefined where something else is made of it. */
function passSuffixes(source: Source, close: number): number | undefined {
  for (let at = close; ;) {
    const next = at + 1;
    const operator = source.operatorAt(next);
    if (operator === '!') at = next;
    else if (source.isWord(next, casts)) at = passType(source, next);
    else if (access.has(operator)) {
      const member = next + operator.length;
      if (source.isBracket(member, '(') && operator === '.') at = source.matchOf(member) ?? member;
      else if (source.isWord(member, comparing)) return at;
      else if (source.isWord(member, valueMembers)) {
        at = member;
        if (source.isBracket(at + 1, '(')) at = source.matchOf(at + 1) ?? at + 1;
      } else return undefined;
    } else if (isDefault(source, next, operator)) at = next + Math.max(1, operator.length);
    else if (source.isBracket(next, '[') || source.isBracket(next, '('))
      return source.beginsStatement(next) ? at : undefined;
    else return at;
  }
}

/** Members that compare: they belong to the condition. */
export const comparing = new Set(['equals', 'Equals', 'equalsIgnoreCase', 'contentEquals', 'eql?', '==']);

/** `?? 'control'`, `|| false`, `or "control"`: what stands in where the flag is not known. */
function isDefault(source: Source, at: number, operator: string): boolean {
  const isJoin = operator === '??' || operator === '?:' || operator === '||' || source.isWord(at, 'or');
  const value = at + Math.max(1, operator.length);
  return isJoin && (source.kindOf(value) === kinds.text || source.isWord(value, constants));
}

function passType(source: Source, cast: number): number {
  let at = cast + 1;
  while (
    ['?', '|'].includes(source.operatorAt(at)) ||
    source.kindOf(at) === kinds.word ||
    source.kindOf(at) === kinds.text
  ) {
    if (source.beginsStatement(at)) break;
    at++;
  }
  return at - 1;
}
