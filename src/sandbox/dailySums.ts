import type { Behaviour } from './behaviour';
import { groupOf } from './breakdown';
import type { Happening, Traffic, Visitor } from './population';
import { daysUntil, visits } from './population';
import { dayMs } from './time';

/** What is known of one variant at the end of one day, everything since the start included. */
export interface Sums {
  /** Visitors counted. */
  samples: number;
  /** Sum over visitors of each one's total; for funnels and retention the number who came through. */
  sum: number;
  sumSquares: number;
  /** The same of each visitor's number of events, for ratios; for retention of those who could come back. */
  events: number;
  eventSquares: number;
  /** Sum over visitors of total times number of events. */
  product: number;
  /** Visitors who reached each step of a funnel. */
  steps: number[];
}

/** Cumulative sums, `[variant][day]`; the last day may be one in part. */
export type SumsTable = readonly (readonly Sums[])[];

/** Which visitors count, and what of what they do. */
export interface Counting {
  /** Someone who saw several variants counts for the first of them instead of not at all. */
  readonly keepsMultiple: boolean;
  /** What happens later than so many days after the visitor came does not count; null: everything does. */
  readonly windowDays: number | null;
  /** Visitors count when their window is over, not before. */
  readonly maturedOnly: boolean;
  /** Only visitors of this group of a breakdown count. */
  readonly group?: number;
}

/** Sums of one metric until a moment. Cost: one pass over the visitors, about half a microsecond each. */
export function dailySums(
  traffic: Traffic,
  untilMs: number,
  behaviour: Behaviour,
  metricKey: string,
  counting: Counting,
): SumsTable {
  const steps = stepsOf(behaviour);
  const days = daysUntil(traffic, untilMs);
  const endOfLast = lastMoment(traffic, untilMs);
  const table: Sums[][] = [];
  for (const { visitor, happenings } of visits(traffic, untilMs, behaviour, metricKey)) {
    if (visitor.multiple && !counting.keepsMultiple) continue;
    if (counting.group !== undefined && counting.group !== groupOf(visitor)) continue;
    const own = (table[visitor.variant] ??= emptyDays(days, steps));
    // The last day is over for this visitor only as far as the moment says.
    const known = visitor.moment < endOfLast ? days : days - 1;
    count(own, known, visitor, happenings, behaviour, counting);
  }
  const variants = traffic.periods[0]?.shares.length ?? 0;
  const full = Array.from({ length: variants }, (_, index) => table[index] ?? emptyDays(days, steps));
  for (const own of full) accumulate(own);
  return full;
}

/** Where in the last day the sums end, as a visitor's moment. */
function lastMoment({ endMs }: Traffic, untilMs: number): number {
  const intoDayMs = Math.min(untilMs, endMs ?? Infinity) % dayMs;
  return intoDayMs === 0 ? 1 : intoDayMs / dayMs;
}

function count(
  own: readonly Sums[],
  known: number,
  visitor: Visitor,
  happenings: readonly Happening[],
  behaviour: Behaviour,
  { windowDays, maturedOnly }: Counting,
): void {
  const countedFrom = visitor.day + (maturedOnly ? (windowDays ?? 0) : 0);
  const arrival = countedFrom < known ? own[countedFrom] : undefined;
  if (!arrival) return;
  arrival.samples++;
  let total = 0;
  let events = 0;
  for (const { day, value } of happenings) {
    if (windowDays !== null && day > visitor.day + windowDays) break;
    const countedOn = Math.max(day, countedFrom);
    const sums = countedOn < known ? own[countedOn] : undefined;
    // Not yet happened.
    if (!sums) break;
    if (behaviour.kind === 'funnel') {
      reach(sums, value);
    } else if (behaviour.kind === 'retention') {
      stay(sums, value);
    } else {
      sums.sum += value;
      sums.sumSquares += (total + value) ** 2 - total ** 2;
      sums.events++;
      sums.eventSquares += 2 * events + 1;
      sums.product += (total + value) * (events + 1) - total * events;
      total += value;
      events++;
    }
  }
}

function emptyDays(days: number, steps: number): Sums[] {
  return Array.from({ length: days }, () => emptySums(steps));
}

export function stepsOf(behaviour: Behaviour): number {
  return behaviour.kind === 'funnel' ? behaviour.stepShares.length : 0;
}

export function emptySums(steps: number): Sums {
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

/** Step 0 makes somebody who may come back, step 1 is coming back. */
function stay(sums: Sums, step: number): void {
  if (step === 0) {
    sums.events++;
    sums.eventSquares++;
  } else {
    sums.sum++;
    sums.sumSquares++;
    sums.product++;
  }
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
    sums.steps = sums.steps.map((reached, step) => reached + (before.steps[step] ?? 0));
  }
}

/** Amounts are whole cents and their squares whole ten-thousandths; the rest is noise of binary fractions. */
function cents(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
