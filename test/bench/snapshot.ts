import type { Sessions } from '../../src/core/account/sessions';
import type { MetricOutcome } from '../../src/core/model/latestResults';
import { timeseriesKey } from '../../src/core/store/store';
import { createExperimentPage } from '../../src/ui/panel/experimentPage';
import { aDetail, aMetric, aResult, aSample, aVariantResult } from '../unit/support/models';
import { openPanel } from '../unit/support/openPanel';
import { anOutcome } from '../unit/support/results';
import { serveLists } from '../unit/support/wireLists';
import { figure, type Figure } from './measure';

const bytesInKb = 1000;
const dayMs = 86_400_000;
const metricCount = 10;
const days = 365;
const variantKeys = ['control', 'shorter', 'longer', 'emoji'];
const experimentId = 311;
const computedMs = Date.parse('2026-11-14T06:00:00Z');
const startMs = computedMs - days * dayMs;
const interval = [-0.0123456789, 0.0987654321] as const;

/** What crosses to the webview, of 10 metrics x 4 variants x 365 days that the host has all read. */
export async function measureSnapshot(): Promise<Figure[]> {
  const panel = { kind: 'experiment', experimentId, accountId: 'ada', projectId: 42 } as const;
  const { sessions, ready, ask, host } = await openPanel(
    (doors) => createExperimentPage(panel, doors),
    serveLists([]),
  );
  await sessions.start();
  const metricUuid = fill(sessions);
  const snapshot = await ready();
  const series = await ask('timeseries', { metricUuid, fresh: false });
  host.dispose();
  if (JSON.stringify(snapshot).split('95% ').length < 2 || series.error !== undefined)
    throw new Error(`The host does not show what it was given: ${series.error}`);
  const what = '10 metrics x 4 variants x 365 days';
  return [
    figure(`panel: snapshot, ${what}`, 'KB', [sizeOf(snapshot)], 300),
    figure('panel: daily results of one of them, when they are looked at', 'KB', [sizeOf(series.result)]),
  ];
}

function sizeOf(message: unknown): number {
  return Buffer.byteLength(JSON.stringify(message)) / bytesInKb;
}

/** Puts it all into the store of the open session, as read a moment ago. Returns the id of the first metric. */
function fill({ current: session }: Pick<Sessions, 'current'>): string {
  if (!session) throw new Error('No session is open.');
  const loadedMs = session.now();
  const outcomes = Array.from({ length: metricCount }, (_, place) => outcomeOf(place));
  const ofRole = (role: MetricOutcome['role']) =>
    outcomes.filter((outcome) => outcome.role === role).map(({ metric }) => metric);
  const experiment = aDetail({
    startMs,
    variants: variantKeys.map((key) => ({ key, name: undefined, rolloutPercent: 25 })),
    primaryMetrics: ofRole('primary'),
    secondaryMetrics: ofRole('secondary'),
  });
  const loaded = <T>(value: T) => ({ state: 'ready', value, loadedMs }) as const;
  session.store.update((state) => ({
    ...state,
    details: new Map([[experimentId, loaded(experiment)]]),
    verdicts: new Map([[experimentId, loaded({ experiment, computedMs, outcomes })]]),
    exposures: new Map([[experimentId, loaded({ exposures: exposures(), computedMs, startMs })]]),
    timeseries: new Map(
      outcomes.map(({ metric: { uuid = '' }, result }) => [
        timeseriesKey(experimentId, uuid),
        loaded({
          metricUuid: uuid,
          status: 'completed' as const,
          days: dayNames().map((day) => ({ day, result, isLegacy: false, error: undefined })),
          computedMs,
          recalculation: undefined,
          fingerprint: 'fingerprint-1',
          isRestarted: false,
        }),
      ]),
    ),
  }));
  return outcomes[0]?.metric.uuid ?? '';
}

function outcomeOf(place: number): MetricOutcome {
  const [baseline = 'control', ...others] = variantKeys;
  const variants = others.map((key) =>
    aVariantResult({ ...sampleOf(key), interval, significant: false, chanceToWin: 0.853 }),
  );
  return anOutcome({
    metric: aMetric({ uuid: `uuid-${place}`, name: `Metric number ${place + 1}`, type: 'funnel' }),
    role: place < 3 ? 'primary' : 'secondary',
    result: { ...aResult({}), baseline: sampleOf(baseline), variants },
    computedMs,
  });
}

function sampleOf(key: string) {
  return aSample({ key, samples: 123_456, sum: 12_345, sumSquares: 12_345, stepCounts: [50_000, 12_345] });
}

function exposures() {
  return {
    totals: new Map(variantKeys.map((key) => [key, 123_456])),
    several: 12,
    splitPValue: undefined,
    findings: undefined,
    series: variantKeys.map((variantKey) => ({
      variantKey,
      days: dayNames().map((day, place) => ({ day, count: 338 * (place + 1) })),
    })),
  };
}

function dayNames(): readonly string[] {
  return Array.from({ length: days }, (_, place) =>
    new Date(startMs + (place + 1) * dayMs).toISOString().slice(0, 10),
  );
}
