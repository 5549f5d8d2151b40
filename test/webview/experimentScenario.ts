/** The page of an experiment as a host would show it, from what is said of it and of its daily results. */
import type { TimeseriesView } from '../../src/shared/panelSeries';
import type { ExperimentSummaryView, ExperimentView } from '../../src/shared/panelView';
import { checkout } from './sampleExperiment';
import { sampleSeries, type SeriesPlan } from './sampleSeries';
import { notLaunched, sampleTrust, type TrustPlan } from './sampleTrust';
import type { Answer, PanelScenario } from './scenario';

export interface ExperimentScenario extends PanelScenario {
  readonly view: Answer<ExperimentView>;
  /** By metric. */
  readonly series: Readonly<Record<string, Answer<TimeseriesView>>>;
}

export type Build = (nowMs: number) => ExperimentScenario;

const minuteMs = 60_000;
export const panel = { kind: 'experiment', experimentId: 42, accountId: 'us', projectId: 1 } as const;

/** The experiment with these changes, and these daily results. */
export function showing(
  experiment: Partial<ExperimentSummaryView>,
  plans: readonly SeriesPlan[] = [],
  view: Partial<ExperimentView> = {},
): Build {
  return (nowMs) =>
    answering(
      result(
        viewOf(
          { ...checkout, ...sampleTrust(trustOf(experiment, view), nowMs), ...experiment },
          nowMs - 5 * minuteMs,
          view,
        ),
      ),
      Object.fromEntries(plans.map((plan) => [plan.metricUuid, result(sampleSeries(plan, nowMs))])),
    );
}

/** Trust, exposures and power of this experiment, where a state does not say more of them. */
function trustOf(
  { launched, variants, metrics }: Partial<ExperimentSummaryView>,
  view: Partial<ExperimentView>,
): TrustPlan {
  return {
    isRow: view.loading === true,
    ...(variants && {
      counts: Object.fromEntries(variants.map(({ key }, place) => [key, 5_010 - 17 * place])),
    }),
    detail: {
      ...(launched === false && { ...notLaunched }),
      ...(metrics?.length === 0 && { primaryMetrics: [] }),
    },
  };
}

/** A host with this view and these daily results. */
export function answering(
  view: Answer<ExperimentView>,
  series: ExperimentScenario['series'] = {},
): ExperimentScenario {
  return {
    panel,
    view,
    series,
    answer(method, params) {
      if (method === 'exposures')
        return view.kind === 'result' ? { kind: 'result', value: { kind: 'done' } } : view;
      if (method !== 'timeseries') return undefined;
      const { metricUuid } = params as { readonly metricUuid: string };
      return series[metricUuid] ?? { kind: 'error', message: 'No such metric.' };
    },
  };
}

export function viewOf(
  experiment: ExperimentSummaryView | undefined,
  loadedMs: number | undefined,
  changes: Partial<ExperimentView>,
): ExperimentView {
  return { state: panel, content: experiment, loading: false, trouble: undefined, loadedMs, ...changes };
}

export function result<T>(value: T): Answer<T> {
  return { kind: 'result', value };
}
