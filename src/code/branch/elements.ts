import { kinds } from '../token/tokens';
import type { Arm, Chain } from './arms';
import type { Condition } from './condition';
import type { Span } from './read';
import type { Source } from './source';

/** Vue's conditions on elements. */
export const elementHeads = new Set(['v-if', 'v-show']);
export const elementElseIf = 'v-else-if';

/** The attribute whose quoted code stands in this bracket: `v-if="…"`. */
export function findAttribute(source: Source, open: number): number | undefined {
  const name = open - 2;
  const isAttribute = source.kindOf(open) === kinds.open && source.operatorUpTo(open - 1) === '=';
  return isAttribute && (source.isWord(name, elementHeads) || source.isWord(name, elementElseIf))
    ? name
    : undefined;
}

/** The elements of which one is shown: the one with `v-if`, those with `v-else-if`, the one with `v-else`. */
export function readElements(source: Source, keyword: number): Chain {
  const arms: Arm[] = [];
  let own: number | undefined = keyword;
  let tag = source.parentOf(keyword);
  for (;;) {
    const to = source.elementEnd(tag);
    arms.push({ from: tag, to, keyword: own });
    const next = to + 1;
    const isElse = source.kindOf(next) === kinds.tag && source.isWord(keyword, 'v-if');
    const name: number | undefined = isElse ? findElse(source, next) : undefined;
    // An element is shown or it is not: nothing leaves the rest to others.
    if (name === undefined) return { arms, hasElse: true, after: next };
    own = source.isWord(name, elementElseIf) ? name : undefined;
    tag = next;
    if (own === undefined) {
      arms.push({ from: tag, to: source.elementEnd(tag), keyword: undefined });
      return { arms, hasElse: true, after: source.elementEnd(tag) + 1 };
    }
  }
}

function findElse(source: Source, tag: number): number | undefined {
  const end = source.matchOf(tag) ?? tag;
  for (let at = tag + 1; at < end; at = source.after(at)) {
    if (source.isWord(at, 'v-else') || source.isWord(at, elementElseIf)) return at;
  }
  return undefined;
}

/** What a component that reads a flag shows, and when: `<PostHogFeature flag="key" match="test">…`. */
export function readComponent(
  source: Source,
  token: number,
): (Span & { readonly when: Condition }) | undefined {
  const tag = tagAround(source, token);
  const open = tag < 0 ? undefined : source.matchOf(tag);
  if (open === undefined) return undefined;
  const to = source.elementEnd(tag);
  const outcome = matched(source, findMatch(source, token));
  return to <= open || outcome === undefined
    ? undefined
    : { from: open + 1, to: to - 1, when: { outcomes: [outcome], isNot: false } };
}

/** What such a component asks for: the token of `match`'s value. */
export function findMatch(source: Source, token: number): number | undefined {
  const tag = tagAround(source, token);
  const end = tag < 0 ? tag : (source.matchOf(tag) ?? tag);
  for (let at = tag + 1; at < end; at = source.after(at)) {
    if (source.isWord(at, 'match') && source.operatorAt(at + 1) === '=')
      return source.kindOf(at + 2) === kinds.open ? at + 3 : at + 2;
  }
  return undefined;
}

function tagAround(source: Source, token: number): number {
  let tag = source.parentOf(token);
  while (tag >= 0 && source.kindOf(tag) !== kinds.tag) tag = source.parentOf(tag);
  return tag;
}

/** The variant that is asked for; true where any will do, undefined where it is not known. */
function matched(source: Source, value: number | undefined): string | true | undefined {
  if (value === undefined) return true;
  if (source.kindOf(value) === kinds.text) return source.textOf(value);
  return source.isWord(value, 'true') ? true : undefined;
}
