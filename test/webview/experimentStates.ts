/** Every state the page of an experiment can be in, by name, as the host's answers. */
import { closedTrouble } from '../../src/core/panelView/closedTrouble';
import { deletedTrouble } from '../../src/core/panelView/experimentView';
import type { TimeseriesView } from '../../src/shared/panelSeries';
import type { ExperimentSummaryView, ExperimentView, Trouble } from '../../src/shared/panelView';
import { checkout, fourPlan, hostileName, purchase, rageClicks, revenue, wonPlan } from './sampleExperiment';
import { manyKeys, manyMetrics, resultsOf, resultsPlans } from './resultsStates';
import { hiddenSeries, sampleSeries, type SeriesPlan } from './sampleSeries';
import { notLaunched, sampleTrust, type TrustPlan } from './sampleTrust';
import type { Answer, PanelScenario } from './scenario';
import { trustStates } from './trustStates';

export interface ExperimentScenario extends PanelScenario {
  readonly view: Answer<ExperimentView>;
  /** By metric. */
  readonly series: Readonly<Record<string, Answer<TimeseriesView>>>;
}

export type Build = (nowMs: number) => ExperimentScenario;

const minuteMs = 60_000;
const panel = { kind: 'experiment', experimentId: 42, accountId: 'us', projectId: 1 } as const;

const outOfDate = (sentence: string): Trouble => ({
  title: 'What you see may be out of date.',
  sentence,
  remedy: 'retry',
});

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

function viewOf(
  experiment: ExperimentSummaryView | undefined,
  loadedMs: number | undefined,
  changes: Partial<ExperimentView>,
): ExperimentView {
  return { state: panel, content: experiment, loading: false, trouble: undefined, loadedMs, ...changes };
}

export function result<T>(value: T): Answer<T> {
  return { kind: 'result', value };
}

/** The results in each of their states, above the chart. */
const withResults = Object.fromEntries(
  Object.keys(resultsPlans).map((name): [string, Build] => [
    name,
    (nowMs) => {
      const results = resultsOf(name, nowMs);
      const shown = showing({ results }, [wonPlan])(nowMs);
      const isHidden = results?.hiddenText !== undefined;
      const days = { 'm-purchase': result(hiddenSeries(sampleSeries(wonPlan, nowMs))) };
      const scenario = isHidden ? answering(shown.view, days) : shown;
      if (!results?.progress) return scenario;
      // PostHog is still at it.
      const answer: PanelScenario['answer'] = (method, params) =>
        method === 'results' ? { kind: 'silence' } : scenario.answer(method, params);
      return { ...scenario, answer };
    },
  ]),
);

export const experimentStates: Readonly<Record<string, Build>> = {
  ...withResults,
  loading: () => answering({ kind: 'silence' }),
  'first-row': showing({ metrics: [] }, [], { loading: true, loadedMs: undefined }),
  'running-won': showing({}, [
    wonPlan,
    { ...wonPlan, metricUuid: 'm-revenue', seed: 3, baseRate: 0.4, lift: { test: 1.005 } },
  ]),
  'four-variants': showing(
    {
      name: 'Length of the checkout label',
      ageText: 'since 11 Oct 2026 (34 d)',
      warnings: ['The flag is off: nobody sees this experiment.', 'No exposures for 2 days.'],
      variants: ['control', ...Object.keys(fourPlan.lift)].map((key) => ({ key, rolloutPercent: 20 })),
    },
    [{ ...fourPlan, gaps: [9, 10, 20], failed: { 15: 'Query exceeded the memory limit.' } }],
  ),
  draft: showing({
    statusWord: 'Draft',
    statusTone: 'waiting',
    launched: false,
    ageText: 'made on 11 Nov 2026',
    actions: ['edit', 'recalculate', 'duplicate', 'archive', 'openInPostHog', 'copyFlagKey'],
  }),
  'no-metrics': showing({ metrics: [], description: undefined }),
  offline: showing({}, [wonPlan], {
    trouble: outOfDate('PostHog cannot be reached: no connection to us.posthog.com.'),
  }),
  'error-first': () =>
    answering(
      result(
        viewOf(undefined, undefined, {
          trouble: {
            title: 'The experiment could not be read.',
            sentence: 'The personal API key may not read experiments.',
            remedy: 'retry',
          },
        }),
      ),
    ),
  'no-answer': () => answering({ kind: 'error', message: 'The experiment was deleted in PostHog.' }),
  'signed-out': () =>
    answering(result(viewOf(undefined, undefined, { trouble: closedTrouble('signedOut') }))),
  'other-project': () =>
    answering(result(viewOf(undefined, undefined, { trouble: closedTrouble('otherProject') }))),
  deleted: () => answering(result(viewOf(undefined, undefined, { trouble: deletedTrouble }))),
  'retention-note': showing({
    metrics: [
      {
        ...purchase,
        uuid: undefined,
        typeWord: 'retention',
        note: 'PostHog computes no daily results for retention metrics.',
      },
    ],
  }),
  huge: (nowMs) => {
    const counts = Object.fromEntries(manyKeys.map((key, place) => [key, 18_253 - 17 * place]));
    return showing(
      {
        ...sampleTrust({ counts, days: 365 }, nowMs),
        name: 'A year of everything',
        ageText: 'since 14 Nov 2025 (365 d)',
        variants: manyKeys.map((key) => ({ key, rolloutPercent: 25 })),
        metrics: Array.from({ length: manyMetrics }, (_, index) => ({
          ...purchase,
          uuid: `m-${index}`,
          name: `Metric number ${index + 1}`,
          role: index < 4 ? ('primary' as const) : ('secondary' as const),
        })),
        results: resultsOf('results-many', nowMs),
      },
      Array.from({ length: manyMetrics }, (_, index) => ({
        ...wonPlan,
        metricUuid: `m-${index}`,
        seed: index + 20,
        days: 365,
        usersPerDay: 200,
        lift: { shorter: 1.05, longer: 0.97, emoji: 1 },
      })),
    )(nowMs);
  },
  hostile: (nowMs) => {
    const key = '<b>bold</b>](command:x) \u202Etset\u202C';
    const plan = { ...wonPlan, lift: { [key]: 1.1, [`${key} ${'long'.repeat(60)}`]: 0.9 } };
    return showing(
      {
        name: hostileName,
        description: hostileName,
        flagKey: hostileName,
        warnings: [hostileName],
        conclusionText: hostileName,
        ageText: hostileName.slice(0, 60),
        variants: [key, 'control'].map((variantKey) => ({ key: variantKey, rolloutPercent: 50 })),
        metrics: [{ ...purchase, name: hostileName }, revenue],
        links: {
          places: ['flag', 'cohort', 'exposures'],
          variantKeys: [hostileName, 'control'],
          metrics: [{ uuid: 'm-purchase', name: hostileName }],
        },
      },
      [{ ...plan, failed: { 12: hostileName } }],
    )(nowMs);
  },
  frequentist: showing({}, [{ ...wonPlan, method: 'frequentist' }]),
  'decrease-goal': showing({ metrics: [rageClicks] }, [
    { ...wonPlan, metricUuid: 'm-rage', seed: 11, lift: { test: 0.88 } },
  ]),
  'absolute-difference': showing({}, [{ ...wonPlan, difference: 'absolute' }]),
  archived: showing(
    {
      statusWord: 'Archived',
      statusTone: 'done',
      ageText: '21 Oct 2026 to 12 Nov 2026',
      conclusionText: 'Concluded as won: “Ship the short label.”',
      actions: ['edit', 'recalculate', 'duplicate', 'unarchive', 'openInPostHog', 'copyFlagKey'],
    },
    [wonPlan],
  ),
  ...Object.fromEntries(
    Object.entries(trustStates).map(([name, change]): [string, Build] => [
      name,
      (nowMs) => showing(change(nowMs), [wonPlan])(nowMs),
    ]),
  ),
};
