import type { Behaviour } from './behaviour';
import type { Traffic } from './population';
import { visits } from './population';

/** What is known of one variant at the end of one day, everything since the start included. */
export interface Sums {
  /** Visitors exposed. */
  samples: number;
  /** Sum over visitors of each one's total; for a funnel the number who came through. */
  sum: number;
  sumSquares: number;
  /** The same of each visitor's number of events, for ratios. */
  events: number;
  eventSquares: number;
  /** Sum over visitors of total times number of events. */
  product: number;
  /** Visitors who reached each step of a funnel. */
  steps: number[];
}

/**
 * Cumulative sums, `[variant][day]`, of one metric over the first `days` days.
 * Cost: one pass over the visitors, about 1 µs each.
 */
export function dailySums(
  traffic: Traffic,
  days: number,
  behaviour: Behaviour,
  metricKey: string,
): readonly (readonly Sums[])[] {
  const steps = behaviour.kind === 'funnel' ? behaviour.stepShares.length : 0;
  const table = traffic.shares.map(() => Array.from({ length: days }, () => emptySums(steps)));
  for (const { visitor, happenings } of visits(traffic, days, behaviour, metricKey)) {
    const own = table[visitor.variant] ?? [];
    const first = own[visitor.day];
    if (first) first.samples++;
    let total = 0;
    let events = 0;
    for (const { day, value } of happenings) {
      const sums = own[day];
      // Not yet happened.
      if (!sums) break;
      if (behaviour.kind === 'funnel') {
        reach(sums, value);
        continue;
      }
      sums.sum += value;
      sums.sumSquares += (total + value) ** 2 - total ** 2;
      sums.events++;
      sums.eventSquares += 2 * events + 1;
      sums.product += (total + value) * (events + 1) - total * events;
      total += value;
      events++;
    }
  }
  for (const own of table) accumulate(own);
  return table;
}

function emptySums(steps: number): Sums {
  return {
    samples: 0,
    sum: 0,
    sumSquares: 0,
    events: 0,
    eventSquares: 0,
    product: 0,
    steps: Array.from({ length: steps }, () => 0),
  };
}

function reach(sums: Sums, step: number): void {
  sums.steps[step] = (sums.steps[step] ?? 0) + 1;
  if (step < sums.steps.length - 1) return;
  sums.sum++;
  sums.sumSquares++;
}

/** Turns what each day added into what is known at its end. */
function accumulate(own: readonly Sums[]): void {
  for (const [day, sums] of own.entries()) {
    const before = own[day - 1];
    sums.sum = cents(sums.sum + (before?.sum ?? 0));
    sums.sumSquares = cents(sums.sumSquares + (before?.sumSquares ?? 0));
    sums.product = cents(sums.product + (before?.product ?? 0));
    if (!before) continue;
    sums.samples += before.samples;
    sums.events += before.events;
    sums.eventSquares += before.eventSquares;
    sums.steps = sums.steps.map((count, step) => count + (before.steps[step] ?? 0));
  }
}

/** Amounts are whole cents and their squares whole ten-thousandths; the rest is noise of binary fractions. */
function cents(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
