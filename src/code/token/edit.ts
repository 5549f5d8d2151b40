/** What differs between two texts: `text` from `from` to `to`, in the place of what went to `oldTo`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

/** The one part in which two texts differ, as small as can be. */
export function findEdit(old: string, text: string): Edit {
  const shorter = Math.min(old.length, text.length);
  const from = longest(shorter, (low, high) => old.slice(low, high) === text.slice(low, high));
  const [oldEnd, end] = [old.length, text.length];
  const same = longest(
    shorter - from,
    (low, high) => old.slice(oldEnd - high, oldEnd - low) === text.slice(end - high, end - low),
  );
  return { from, to: end - same, oldTo: oldEnd - same };
}

/** How far two texts agree, by halves: comparing long pieces natively is faster than all character by character. */
function longest(max: number, agree: (low: number, high: number) => boolean): number {
  let low = 0;
  let high = max;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (agree(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
