/** What the page says of trust, exposures and power, made by the project's own views from a plausible experiment. */
import { toExperimentView } from '../../src/core/panelView/experimentView';
import { PostHogError } from '../../src/core/api/errors';
import type { ExperimentDetail } from '../../src/core/model/experiment';
import type { Exposures, ExposureReading } from '../../src/core/model/exposures';
import type { LatestResults } from '../../src/core/model/latestResults';
import type { Resource } from '../../src/core/store/resource';
import type { ExperimentSummaryView } from '../../src/shared/panelView';
import { aDetail, aDraft, aMetric, aSample, aVariantResult } from '../unit/support/models';
import { anOutcome } from '../unit/support/results';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

export interface TrustPlan {
  /** Counted by variant until now. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly several?: number;
  readonly days?: number;
  /** Since so many days nobody new came. */
  readonly quietDays?: number;
  readonly ageMs?: number;
  readonly reading?: 'loading' | 'forbidden' | 'failed' | 'none';
  readonly hasResults?: boolean;
  /** Of these results and their experiment, not of made up ones. */
  readonly results?: LatestResults;
  /** Nothing but the row of the list was read. */
  readonly isRow?: boolean;
  readonly detail?: Partial<ExperimentDetail>;
  readonly exposures?: Partial<Exposures>;
  readonly codeReferences?: number;
}

type TrustParts = Pick<ExperimentSummaryView, 'trust' | 'exposures' | 'power' | 'warnings' | 'unit'>;

const { status, serverStatus, flag } = aDraft();
export const notLaunched = { status, serverStatus, flag };

const panel = { kind: 'experiment', experimentId: 42, accountId: 'us', projectId: 1 } as const;
const plan = { minimumDetectableEffect: 12, recommendedSampleSize: 16_274, recommendedRunningTimeDays: 9 };

export function sampleTrust(plans: TrustPlan, nowMs: number): TrustParts {
  const { counts = countsOf(plans.results), ageMs = (plans.days ?? 21) * dayMs } = plans;
  const keys = Object.keys(counts);
  const isDraft = plans.detail?.status === 'draft';
  const experiment =
    plans.results?.experiment ??
    aDetail({
      startMs: isDraft ? undefined : nowMs - ageMs,
      variants: keys.map((key) => ({ key, name: undefined, rolloutPercent: Math.round(100 / keys.length) })),
      primaryMetrics: [aMetric({ name: 'Purchase completed', type: 'funnel' })],
      runningTime: { ...plan, manual: undefined },
      flagKey: 'checkout-cta',
      ...plans.detail,
    });
  const { content } = toExperimentView(
    panel,
    {
      row: experiment,
      detail: plans.isRow ? undefined : { state: 'ready', value: experiment, loadedMs: nowMs },
      results:
        isDraft || plans.isRow || plans.hasResults === false
          ? undefined
          : { state: 'ready', value: plans.results ?? resultsOf(experiment, counts, nowMs), loadedMs: nowMs },
      exposures: isDraft || plans.isRow ? undefined : exposuresOf(plans, counts, experiment.startMs, nowMs),
    },
    {
      nowMs,
      webUrl: 'https://us.posthog.com/project/1',
      codeReferences: plans.codeReferences,
      describeError: ({ details }) => details.serverMessage ?? 'PostHog did not answer in time.',
    },
  );
  if (!content) throw new Error('Nothing is shown of an experiment that was read.');
  const { trust, exposures, power, warnings, unit } = content;
  return { trust, exposures, power, warnings, unit };
}

/** Whom the first metric counted. */
function countsOf(results: LatestResults | undefined): NonNullable<TrustPlan['counts']> {
  const result = results?.outcomes.find((outcome) => outcome.result)?.result;
  if (!result) return { control: 10_021, test: 9_987 };
  return Object.fromEntries([result.baseline, ...result.variants].map(({ key, samples }) => [key, samples]));
}

function resultsOf(
  experiment: ExperimentDetail,
  counts: NonNullable<TrustPlan['counts']>,
  nowMs: number,
): LatestResults {
  const [baseline, ...others] = Object.entries(counts).map(([key, samples]) =>
    aVariantResult({ key, samples, sum: Math.round(samples * 0.12), stepCounts: [] }),
  );
  return {
    experiment,
    computedMs: nowMs - 2 * hourMs,
    outcomes: experiment.primaryMetrics.map((metric) =>
      anOutcome({ metric, result: { baseline: baseline ?? aSample(), variants: others } }),
    ),
  };
}

function exposuresOf(
  { several = 0, days = 21, quietDays = 0, reading, exposures }: TrustPlan,
  counts: NonNullable<TrustPlan['counts']>,
  startMs: number | undefined,
  nowMs: number,
): Resource<ExposureReading> | undefined {
  const where = { method: 'POST', template: '/api/projects/:project/query/' };
  switch (reading) {
    case 'none':
      return undefined;
    case 'loading':
      return { state: 'loading', previous: undefined };
    case 'forbidden': {
      const serverMessage = "API key missing required scope 'query:read'";
      return {
        state: 'failed',
        error: new PostHogError('forbidden', { ...where, serverMessage }),
        previous: undefined,
      };
    }
    case 'failed':
      return { state: 'failed', error: new PostHogError('timeout', where), previous: undefined };
    case undefined:
  }
  const computedMs = nowMs - 3 * hourMs;
  const day = (place: number) => new Date(computedMs - (days - 1 - place) * dayMs).toISOString().slice(0, 10);
  const value: ExposureReading = {
    startMs,
    computedMs,
    exposures: {
      totals: new Map(Object.entries(counts)),
      several,
      splitPValue: undefined,
      findings: undefined,
      series: Object.entries(counts).map(([variantKey, count], variant) => ({
        variantKey,
        days: Array.from({ length: days }, (_, place) => ({
          day: day(place),
          count: Math.round(count * grown(place + 1, days - quietDays, variant)),
        })),
      })),
      ...exposures,
    },
  };
  return { state: 'ready', value, loadedMs: nowMs };
}

/** How much of all is there after so many days: some days bring more than others. */
function grown(day: number, days: number, seed: number): number {
  if (day >= days) return 1;
  const weight = (each: number) => 1 + 0.35 * Math.sin(each * 0.9 + seed);
  const sum = (until: number) =>
    Array.from({ length: until }, (_, each) => weight(each)).reduce((a, b) => a + b, 0);
  return sum(day) / sum(days);
}
