import { findCall, findRead } from '../branch/read';
import { Source } from '../branch/source';
import type { Reference } from '../reference';
import { kinds, type Tokens } from '../token/tokens';

/** A read that comes too early. Offsets are those of the reference. */
export interface Timing {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /**
   * `beforeLoad`: at the top of a module, where a client in the browser has no flags yet. `beforeIdentify`: the same
   * function says only later whose flags are meant.
   */
  readonly fault: 'beforeLoad' | 'beforeIdentify';
}

const scripts = new Set(['javascript', 'javascriptreact', 'typescript', 'typescriptreact']);
/** Where one client serves one person: what it answers depends on who that was said to be. */
const ofClients = new Set([...scripts, 'vue', 'svelte', 'swift', 'kotlin', 'dart']);
const reads = new Set([
  'getFeatureFlag',
  'isFeatureEnabled',
  'getFeatureFlagPayload',
  'getFeatureFlagResult',
]);

/** Reads of PostHog's own clients that come too early for sure. */
export function findTimings(
  tokens: Tokens,
  language: string,
  references: readonly Reference[],
): readonly Timing[] {
  // On a server every read says whom it is about.
  if (!ofClients.has(language) || tokens.text.includes('posthog-node')) return [];
  const source = new Source(tokens, language);
  const mayLoad = scripts.has(language) && !tokens.text.includes('bootstrap');
  return references.flatMap(({ key, kind, call = '', start, end }): Timing[] => {
    const dot = call.lastIndexOf('.');
    if (key === undefined || (kind !== 'call' && kind !== 'use') || dot < 0) return [];
    const token = source.tokenAt(start);
    const open = token === undefined ? undefined : findCall(source, token);
    if (token === undefined || open === undefined) return [];
    if (!reads.has(call.slice(dot + 1)) || isForSomebody(source, open) || isAwaited(source, token)) return [];
    const around = functionAround(source, open);
    if (around < 0 && mayLoad) return [{ key, start, end, fault: 'beforeLoad' }];
    return isIdentifiedLater(source, open, around, call.slice(0, dot + 1))
      ? [{ key, start, end, fault: 'beforeIdentify' }]
      : [];
  });
}

/** A second argument that is not an object of options names the person. */
function isForSomebody(source: Source, open: number): boolean {
  const close = source.matchOf(open) ?? source.count;
  let count = 1;
  for (let at = open + 1; at < close; at = source.after(at)) {
    if (source.operatorAt(at) !== ',' || at + 1 >= close) continue;
    count++;
    if (!source.isBracket(at + 1, '{')) return true;
  }
  return count > 2;
}

function isAwaited(source: Source, token: number): boolean {
  const from = findRead(source, token)?.from;
  return from === undefined || source.isWord(from, 'await');
}

/** The bracket of the body of the innermost function, or its arrow; -1 at the top of the file. */
function functionAround(source: Source, token: number): number {
  let inner = token;
  for (;;) {
    const arrow = arrowBefore(source, inner);
    if (arrow !== undefined) return arrow;
    const open = source.parentOf(inner);
    if (open < 0) return open;
    if (source.isBracket(open, '{') && !isControlled(source, open) && !isLiteral(source, open)) return open;
    if (source.kindOf(open) === kinds.tag) return open;
    inner = open;
  }
}

/** An arrow that this token is the result of: `() => read()`. */
function arrowBefore(source: Source, token: number): number | undefined {
  const limit = source.parentOf(token);
  for (let at = token; at > limit; at = source.before(at)) {
    const operator = source.operatorUpTo(at - 1);
    if (operator === '=>') return at - 1;
    if (operator === ',' || operator === ';' || source.beginsStatement(at)) return undefined;
  }
  return undefined;
}

const controls = new Set('if else for while do switch try catch finally guard when repeat'.split(' '));

/** Whether the block runs where it stands. */
function isControlled(source: Source, open: number): boolean {
  let first = open;
  const limit = source.parentOf(open);
  while (first - 1 > limit && !source.beginsStatement(first) && source.operatorUpTo(first - 1) !== ';')
    first = source.before(first);
  return source.isWord(first, controls) || source.isWord(open - 1, controls);
}

/** An object, not a block. */
function isLiteral(source: Source, open: number): boolean {
  const before = source.operatorUpTo(open - 1);
  return ['=', ':', ',', '?', '||', '??'].includes(before) || open - 1 === source.parentOf(open);
}

/** Whether the client of this read is told who it is for behind it, and not before, on the same way through the function. */
function isIdentifiedLater(source: Source, read: number, around: number, receiver: string): boolean {
  const { text, start } = source.tokens;
  const end = around < 0 ? source.count : (source.matchOf(around) ?? source.endOfLevel(around));
  const ways = new Set([-1]);
  for (let open = source.parentOf(read); open >= 0; open = source.parentOf(open)) ways.add(open);
  let isLater = false;
  for (let at = around + 1; at < end; at++) {
    if (!source.isWord(at, 'identify') || !source.isBracket(at + 1, '(')) continue;
    const from = start[at] ?? 0;
    if (text.slice(Math.max(0, from - receiver.length), from) !== receiver) continue;
    if (at < read) return false;
    isLater ||= ways.has(source.parentOf(at)) && functionAround(source, at) === around;
  }
  return isLater;
}
