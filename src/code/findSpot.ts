import type { Branch } from './branch/branch';
import type { Reference } from './reference';

/** What stands at a place of a text that has to do with a flag. Offsets are UTF-16. */
export interface Spot {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Undefined at a branch. */
  readonly reference: Reference | undefined;
  /** The code that runs by what stands here: of a reference all of its branches, else the one that begins after it. */
  readonly branches: readonly Branch[];
}

/** Words that a branch may begin with. */
const openers = /^(?:if|else|elif|elsif|elseif|unless|switch|case|when|default|match|cond|guard|then|do)$/;
/** A condition that is longer says little about the code behind it. */
const maxCondition = 200;

/**
 * The flag at an offset: a key or the constant that stands for it, the name of a variant in a condition, or the word
 * (`if`, `else`, `case`) that a branch begins with.
 */
export function findSpot(
  text: string,
  offset: number,
  references: readonly Reference[],
  branches: readonly Branch[],
): Spot | undefined {
  for (const reference of references) {
    const { key, start, end } = reference;
    // The quotes belong to it.
    const from = isQuote(text, start - 1) ? start - 1 : start;
    const to = isQuote(text, end) ? end + 1 : end;
    if (key === undefined || offset < from || offset > to) continue;
    const own = branches.filter(({ readAt }) => readAt === start);
    return { key, start, end, reference, branches: own };
  }
  return findBranchSpot(text, offset, branches);
}

function findBranchSpot(text: string, offset: number, branches: readonly Branch[]): Spot | undefined {
  if (branches.length === 0) return undefined;
  const [start, end] = wordAt(text, offset);
  const word = text.slice(start, end);
  if (word === '') return undefined;
  const isOpener = openers.test(word);
  let nearest: Branch | undefined;
  for (const branch of branches) {
    const gap = branch.start - end;
    if (gap < 0 || gap > maxCondition || (nearest && nearest.start <= branch.start)) continue;
    if (isOpener || branch.outcomes.includes(word)) nearest = branch;
  }
  // A word of the code between belongs to that code.
  if (!nearest || (isOpener && /[;{}]/.test(text.slice(end, nearest.start).replace(/[{:]\s*$/, ''))))
    return undefined;
  return { key: nearest.key, start, end, reference: undefined, branches: [nearest] };
}

/** Names of variants may hold hyphens. */
function wordAt(text: string, offset: number): readonly [start: number, end: number] {
  let start = offset;
  let end = offset;
  while (start > 0 && isOfWord(text, start - 1)) start--;
  while (isOfWord(text, end)) end++;
  return [start, end];
}

function isOfWord(text: string, at: number): boolean {
  return /[\w-]/.test(text.charAt(at));
}

function isQuote(text: string, at: number): boolean {
  return /['"`]/.test(text.charAt(at));
}
