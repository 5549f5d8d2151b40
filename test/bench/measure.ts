/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'KB' | 'MB' | 'requests';
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  /** What it must not exceed, where something is promised. */
  readonly budget?: number;
}

export function figure(
  name: string,
  unit: Figure['unit'],
  values: readonly number[],
  budget?: number,
): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return {
    name,
    unit,
    median: at(0.5),
    min: at(0),
    max: at(1),
    runs: sorted.length,
    ...(budget !== undefined && { budget }),
  };
}

/** Milliseconds of each of `runs` rounds, the first of which warm up and are left out. */
export async function time(runs: number, work: () => unknown, warmUps = 3): Promise<number[]> {
  const values: number[] = [];
  for (let run = -warmUps; run < runs; run++) {
    const start = performance.now();
    await work();
    if (run >= 0) values.push(performance.now() - start);
  }
  return values;
}
