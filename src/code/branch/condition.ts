/** What a read of a flag may give: a variant's key, or `true` for "on", whichever the variant. */
export type Outcome = string | true;

/** Holds for these outcomes, or with `isNot` for all others (off and unknown among them). */
export interface Condition {
  readonly outcomes: readonly Outcome[];
  readonly isNot: boolean;
}

/** Holds always. */
export const anything: Condition = { outcomes: [], isNot: true };

export function negate({ outcomes, isNot }: Condition): Condition {
  return { outcomes, isNot: !isNot };
}

/**
 * Both hold. Undefined when that cannot be said in one condition ("on, but not test"), or when nothing is left.
 */
export function both(a: Condition, b: Condition): Condition | undefined {
  if (a.isNot && b.isNot) return isOff(a) ? a : isOff(b) ? b : { outcomes: joined(a, b), isNot: true };
  if (a.isNot) return both(b, a);
  const left = b.isNot ? without(a, b) : common(a, b);
  return left === undefined || left.length === 0 ? undefined : { outcomes: left, isNot: false };
}

/** One of them holds, as where a case falls through to the next. */
export function either(a: Condition, b: Condition): Condition | undefined {
  const neither = both(negate(a), negate(b));
  return neither && negate(neither);
}

function joined(a: Condition, b: Condition): readonly Outcome[] {
  return [...new Set([...a.outcomes, ...b.outcomes])];
}

/** `not on` leaves nothing but off. */
function isOff({ outcomes, isNot }: Condition): boolean {
  return isNot && outcomes.includes(true);
}

function without(a: Condition, b: Condition): readonly Outcome[] | undefined {
  if (b.outcomes.length === 0) return a.outcomes;
  if (isOff(b)) return [];
  return a.outcomes.includes(true)
    ? undefined
    : a.outcomes.filter((outcome) => !b.outcomes.includes(outcome));
}

function common(a: Condition, b: Condition): readonly Outcome[] {
  // Every variant is "on".
  if (a.outcomes.includes(true)) return b.outcomes;
  if (b.outcomes.includes(true)) return a.outcomes;
  return a.outcomes.filter((outcome) => b.outcomes.includes(outcome));
}
