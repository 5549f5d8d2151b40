import type { Experiment } from '../model/experiment';

/** Whether everything a row says, the other says alike. It may say more. */
export function saysTheSame(row: Experiment, other: Experiment): boolean {
  const others = new Map<string, unknown>(Object.entries(other));
  return Object.entries(row).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(others.get(key)),
  );
}
