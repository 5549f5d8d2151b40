/** Daily results for the harness: seeded users arrive and convert, and the project's own formulas judge each day. */
import { compareVariants, type Method, type Sample } from '../../src/core/statistics/compareVariants';
import type { PointView, SeriesView, TimeseriesView } from '../../src/shared/panelSeries';

export interface SeriesPlan {
  readonly metricUuid: string;
  readonly seed: number;
  readonly days: number;
  /** New users per variant and day. */
  readonly usersPerDay: number;
  /** Share of the baseline's users that convert. */
  readonly baseRate: number;
  /** Rate of each variant as a multiple of the baseline's, by variant key. */
  readonly lift: Readonly<Record<string, number>>;
  readonly method?: 'bayesian' | 'frequentist';
  readonly difference?: 'relative' | 'absolute';
  /** Days, counted from the first, for which nothing was computed. */
  readonly gaps?: readonly number[];
  readonly failed?: Readonly<Record<number, string>>;
}

export const lastDay = '2026-11-14';
const dayMs = 86_400_000;
const methods: Readonly<Record<'bayesian' | 'frequentist', Method>> = {
  bayesian: { kind: 'bayesian', level: 0.95 },
  frequentist: { kind: 'frequentist', alpha: 0.05 },
};
const methodWords = {
  bayesian: 'Bayesian, 95% credible interval',
  frequentist: 'Frequentist, 95% confidence interval',
};

/** The same plan gives the same numbers; only the times of reading and computing follow `nowMs`. */
export function sampleSeries(plan: SeriesPlan, nowMs: number): TimeseriesView {
  const { method = 'bayesian', difference = 'relative', gaps = [], failed = {} } = plan;
  const days = Array.from({ length: plan.days }, (_, index) => dayAt(index - plan.days + 1));
  const isKnown = (day: number): boolean => !gaps.includes(day) && failed[day] === undefined;
  const baseline = cumulativeSamples(plan, 0, 1);
  const everySample = Object.values(plan.lift).map((lift, place) => cumulativeSamples(plan, place + 1, lift));
  const series = Object.keys(plan.lift).map((variantKey, place): SeriesView => {
    const samples = everySample[place] ?? [];
    const points = samples.map((sample, day) =>
      isKnown(day) ? pointOf(sample, baseline[day] ?? sample, methods[method], difference) : null,
    );
    return { variantKey, points };
  });
  return {
    metricUuid: plan.metricUuid,
    status: Object.keys(failed).length > 0 ? 'partial' : 'completed',
    baselineKey: 'control',
    days,
    errors: Object.fromEntries(
      Object.entries(failed).map(([day, message]) => [days[Number(day)] ?? '', message]),
    ),
    series,
    baselineSamples: baseline.map(({ n }, day) => (isKnown(day) ? n : null)),
    methodText: `${methodWords[method]}, ${difference === 'relative' ? 'change relative to' : 'difference to'} control`,
    difference: difference === 'absolute' ? 'points' : difference,
    computedMs: nowMs - 3 * 3_600_000,
    history: 'whole',
    timeZone: 'UTC',
    legacyDays: [],
    sparseDays: countSparse([baseline, ...everySample]),
    early: undefined,
    isSequential: false,
    isHiddenEarly: false,
    events: [],
    areChangesKnown: true,
    isStale: false,
    recalculation: undefined,
    loadedMs: nowMs,
  };
}

/** What is there before PostHog has computed a day. */
export function noDays(view: TimeseriesView): Partial<TimeseriesView> {
  return {
    status: 'pending',
    series: view.series.map(({ variantKey, points }) => ({ variantKey, points: points.map(() => null) })),
    baselineSamples: view.days.map(() => null),
    computedMs: undefined,
    early: undefined,
    sparseDays: 0,
  };
}

/** The same to a person who wants early results folded away, while all of them are. */
export function hiddenSeries(view: TimeseriesView): TimeseriesView {
  return {
    ...view,
    isHiddenEarly: true,
    early: { days: view.days.length, reason: 'below the planned 40,000 users' },
    series: view.series.map(({ variantKey, points }) => ({
      variantKey,
      points: points.map((point) => point && { samples: point.samples }),
    })),
  };
}

function dayAt(offset: number): string {
  return new Date(Date.parse(`${lastDay}T00:00:00Z`) + offset * dayMs).toISOString().slice(0, 10);
}

function countSparse(samples: readonly (readonly Sample[])[]): number {
  return Math.max(...samples.map((days) => days.filter(({ n }) => n < 50).length));
}

function cumulativeSamples(plan: SeriesPlan, place: number, lift: number): Sample[] {
  const random = createRandom(plan.seed * 31 + place);
  const samples: Sample[] = [];
  let n = 0;
  let sum = 0;
  for (let day = 0; day < plan.days; day++) {
    const users = Math.round(plan.usersPerDay * (0.8 + 0.4 * random()));
    const rate = plan.baseRate * lift;
    const spread = Math.sqrt(users * rate * (1 - rate));
    n += users;
    sum += Math.max(0, Math.round(users * rate + spread * nearlyNormal(random)));
    samples.push({ type: 'proportion', n, sum });
  }
  return samples;
}

function pointOf(
  treatment: Sample,
  baseline: Sample,
  method: Method,
  difference: 'relative' | 'absolute',
): PointView {
  if (Math.min(treatment.n, baseline.n) < 50) {
    return { samples: treatment.n, reason: 'Needs 50 exposures per variant.' };
  }
  const comparison = compareVariants(treatment, baseline, method, difference);
  if (!comparison) return { samples: treatment.n, reason: 'Needs more conversions.' };
  const { interval, significant, chanceToWin, pValue } = comparison;
  const [low, high] = interval;
  return {
    samples: treatment.n,
    change: (low + high) / 2,
    low,
    high,
    significant,
    ...(chanceToWin !== undefined && { chanceToWin }),
    ...(pValue !== undefined && { pValue }),
  };
}

/** Sum of twelve uniform numbers: mean 0, variance 1. */
function nearlyNormal(random: () => number): number {
  return Array.from({ length: 12 }, random).reduce((total, value) => total + value, -6);
}

/** mulberry32 */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
