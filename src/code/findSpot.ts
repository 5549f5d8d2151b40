import type { Branch } from './branch/branch';
import type { Decisions } from './branch/decision';
import type { Reference } from './reference';

/** What stands at a place of a text that has to do with a flag. Offsets are UTF-16. */
export interface Spot {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Undefined at a variant or a branch. */
  readonly reference: Reference | undefined;
  /** The variant that is named here. */
  readonly variant: string | undefined;
  /** The code that runs by what stands here: of a reference all that runs by it, else the one branch. */
  readonly branches: readonly Branch[];
}

/** Words that a branch may begin with. */
const openers = /^(?:if|else|elif|elsif|elseif|unless|switch|case|when|default|match|cond|guard|then|do)$/;
/** A condition that is longer says little about the code behind it. */
const maxCondition = 200;

/**
 * The flag at an offset: a key or the constant that stands for it, the name of a variant that its value is compared
 * with, or the word (`if`, `else`, `case`) that a branch begins with.
 */
export function findSpot(
  text: string,
  offset: number,
  references: readonly Reference[],
  { branches, comparisons }: Pick<Decisions, 'branches' | 'comparisons'>,
): Spot | undefined {
  for (const reference of references) {
    const { key, start, end } = reference;
    if (key === undefined || !isAt(text, offset, reference)) continue;
    const own = branches.filter(({ readAt }) => readAt === start);
    return { key, start, end, reference, variant: undefined, branches: own };
  }
  const comparison = comparisons.find((each) => isAt(text, offset, each));
  if (comparison) {
    const { key, start, end, readAt, text: variant } = comparison;
    const own = branches.find(
      (branch) => branch.readAt === readAt && branch.start >= end && branch.outcomes.includes(variant),
    );
    return { key, start, end, reference: undefined, variant, branches: own ? [own] : [] };
  }
  return findBranchSpot(text, offset, branches);
}

/** The quotes belong to it. */
function isAt(text: string, offset: number, { start, end }: { start: number; end: number }): boolean {
  const from = isQuote(text, start - 1) ? start - 1 : start;
  const to = isQuote(text, end) ? end + 1 : end;
  return offset >= from && offset <= to;
}

function findBranchSpot(text: string, offset: number, branches: readonly Branch[]): Spot | undefined {
  const [start, end] = wordAt(text, offset);
  if (!openers.test(text.slice(start, end))) return undefined;
  const next = branches
    .filter((branch) => branch.start >= end && branch.start - end <= maxCondition)
    .toSorted((a, b) => a.start - b.start)
    .at(0);
  // Between the word and its branch stands a condition, and no other code.
  if (!next || /[;{}]/.test(text.slice(end, next.start).replace(/[{:]\s*$/, ''))) return undefined;
  return { key: next.key, start, end, reference: undefined, variant: undefined, branches: [next] };
}

function wordAt(text: string, offset: number): readonly [start: number, end: number] {
  let start = offset;
  let end = offset;
  while (start > 0 && /\w/.test(text.charAt(start - 1))) start--;
  while (/\w/.test(text.charAt(end))) end++;
  return [start, end];
}

function isQuote(text: string, at: number): boolean {
  return /['"`]/.test(text.charAt(at));
}
