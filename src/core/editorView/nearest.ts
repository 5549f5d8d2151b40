/** Of the known names those that this one may be a slip of, the nearest first, at most three. */
export function findNearest(name: string, known: Iterable<string>): readonly string[] {
  const limit = name.length < 4 ? 1 : Math.min(3, Math.floor(name.length / 4) + 1);
  const found: { readonly candidate: string; readonly steps: number }[] = [];
  for (const candidate of known) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    const steps = isSameWord(name, candidate) ? 0 : countSteps(name, candidate, limit);
    if (steps <= limit) found.push({ candidate, steps });
  }
  return found
    .toSorted((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** `new_nav`, `newNav` and `New nav ` are `new-nav` in another hand. */
function isSameWord(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(name: string): string {
  return name.replaceAll(/[\s_.-]/g, '').toLowerCase();
}

/**
 * How many letters have to be changed, left out, added or swapped with their neighbour to make one of the other;
 * more than `limit` as soon as that is sure.
 */
function countSteps(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (beforeLast[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
