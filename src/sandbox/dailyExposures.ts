import type { Traffic } from './population';
import { daysUntil, visitors } from './population';

/** Visitors let in, cumulative by day. */
export interface ExposureTable {
  /** `[variant][day]` of those who saw one variant, or of all by the first they saw. */
  readonly byVariant: readonly (readonly number[])[];
  /** `[day]` of those who saw several and therefore count for none. */
  readonly multiple: readonly number[];
}

/** Cost: one pass over the visitors. */
export function dailyExposures(traffic: Traffic, untilMs: number, keepsMultiple: boolean): ExposureTable {
  const days = daysUntil(traffic, untilMs);
  const emptyCounts = () => Array.from({ length: days }, () => 0);
  const byVariant = (traffic.periods[0]?.shares ?? []).map(emptyCounts);
  const multiple = emptyCounts();
  for (const visitor of visitors(traffic, untilMs)) {
    const counts = visitor.multiple && !keepsMultiple ? multiple : byVariant[visitor.variant];
    if (counts) counts[visitor.day] = (counts[visitor.day] ?? 0) + 1;
  }
  for (const counts of [...byVariant, multiple]) {
    for (const [day, added] of counts.entries()) counts[day] = added + (counts[day - 1] ?? 0);
  }
  return { byVariant, multiple };
}
