import assert from 'node:assert/strict';
import type { ExperimentDetail } from '../../../src/core/model/experiment';
import type { LatestResults, MetricOutcome } from '../../../src/core/model/latestResults';
import { toResultsView } from '../../../src/core/panelView/resultsView';
import { metricKey, type MetricReading, readingKey } from '../../../src/core/store/metricReading';
import type { Resource } from '../../../src/core/store/resource';
import type { MetricResultView, ResultsView } from '../../../src/shared/panelResults';
import { computedMs, knownBy, nowMs, someResults } from './results';

export interface ResultsCase {
  readonly detail?: Partial<ExperimentDetail>;
  readonly reading?: MetricReading;
  readonly hidesEarly?: boolean;
  readonly verdict?: (value: LatestResults) => Resource<LatestResults>;
  readonly atMs?: number;
}

/** The results of the panel, made of these outcomes; a reading is that of the first metric. */
export function viewResults(
  outcomes: readonly Partial<MetricOutcome>[],
  { detail, reading, hidesEarly, verdict, atMs }: ResultsCase = {},
): ResultsView {
  const results = someResults(
    outcomes.map((outcome) => ({ computedMs, ...outcome })),
    detail,
  );
  const first = results.outcomes[0];
  const key = first ? readingKey(results.experiment.id, metricKey(first)) : '';
  const shown = toResultsView(
    { ...knownBy(results), hidesEarly },
    {
      verdict: verdict?.(results) ?? { state: 'ready', value: results, loadedMs: nowMs },
      readings: new Map(reading ? [[key, reading]] : []),
      nowMs: atMs ?? nowMs,
      describeError: ({ kind, details }) => details.serverMessage ?? kind,
    },
  );
  assert.ok(shown);
  return shown;
}

export const metricsOf = (shown: ResultsView): readonly MetricResultView[] =>
  shown.tables.flatMap(({ metrics }) => metrics);
export const firstMetric = (shown: ResultsView): MetricResultView => {
  const [metric] = metricsOf(shown);
  assert.ok(metric);
  return metric;
};
