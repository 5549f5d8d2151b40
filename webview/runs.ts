/** Over which days a line was significant. */
import type { ScenePoint } from './scene';

export interface Run {
  readonly from: number;
  readonly to: number;
  readonly significant: boolean;
}

/** Stretches of neighbouring computed days of one kind. */
export function significanceRuns(points: readonly (ScenePoint | null)[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [day, point] of points.entries()) {
    if (!point) continue;
    const last = runs.at(-1);
    if (last?.to === day - 1 && last.significant === point.significant)
      runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, significant: point.significant });
  }
  return runs;
}
