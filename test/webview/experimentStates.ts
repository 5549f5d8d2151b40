/** Every state the page of an experiment can be in, by name, as the host's answers. */
import type { LatestResults } from '../../src/core/model/latestResults';
import { closedTrouble } from '../../src/core/panelView/closedTrouble';
import { deletedTrouble } from '../../src/core/panelView/experimentView';
import type { ExperimentSummaryView, Trouble } from '../../src/shared/panelView';
import { answering, type Build, result, showing, viewOf } from './experimentScenario';
import { fourPlan, hostileName, purchase, rageClicks, revenue, wonPlan } from './sampleExperiment';
import { manyMetrics, manyResults, resultsPlans } from './resultsStates';
import { latestOf, sampleResults } from './sampleResults';
import { hiddenSeries, noDays, sampleSeries } from './sampleSeries';
import { aFlag } from '../unit/support/models';
import { sampleTrust } from './sampleTrust';
import type { PanelScenario } from './scenario';
import { trustStates } from './trustStates';

const outOfDate = (sentence: string): Trouble => ({
  title: 'What you see may be out of date.',
  sentence,
  remedy: 'retry',
});

/** What the page says of the experiment that these are the results of. */
function partsOf(latest: LatestResults, nowMs: number, days = 21): Partial<ExperimentSummaryView> {
  const { variants } = latest.experiment;
  return {
    ...sampleTrust({ results: latest, days }, nowMs),
    variants: variants.map(({ key, rolloutPercent }) => ({ key, rolloutPercent })),
  };
}

/** The results in each of their states, above the chart. */
const withResults = Object.fromEntries(
  Object.entries(resultsPlans).map(([name, plan]): [string, Build] => [
    name,
    (nowMs) => {
      const results = sampleResults(plan, nowMs);
      const latest = latestOf(plan, nowMs);
      const shown = showing({ ...partsOf(latest, nowMs), results }, [wonPlan])(nowMs);
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
  'four-variants': (nowMs) => {
    const keys = ['control', ...Object.keys(fourPlan.lift)];
    const counts = Object.fromEntries(keys.map((key, place) => [key, 5_010 - 17 * place]));
    return showing(
      {
        ...sampleTrust({ counts, days: 34, quietDays: 2, detail: { flag: aFlag({ active: false }) } }, nowMs),
        name: 'Length of the checkout label',
        ageText: 'since 11 Oct 2026 (34 d)',
        variants: keys.map((key) => ({ key, rolloutPercent: 20 })),
      },
      [{ ...fourPlan, gaps: [9, 10, 20], failed: { 15: 'Query exceeded the memory limit.' } }],
    )(nowMs);
  },
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
    const plan = manyResults();
    return showing(
      {
        ...partsOf(latestOf(plan, nowMs), nowMs, 365),
        name: 'A year of everything',
        ageText: 'since 14 Nov 2025 (365 d)',
        metrics: Array.from({ length: manyMetrics }, (_, index) => ({
          ...purchase,
          uuid: `m-${index}`,
          name: `Metric number ${index + 1}`,
          role: index < 4 ? ('primary' as const) : ('secondary' as const),
        })),
        results: sampleResults(plan, nowMs),
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
      (nowMs) => {
        const experiment = change(nowMs);
        const days = sampleSeries(wonPlan, nowMs);
        // Before anybody was counted there is no day either.
        const isNobody = (experiment.exposures?.checks.length ?? 0) > 0;
        return answering(showing(experiment)(nowMs).view, {
          'm-purchase': result(isNobody ? { ...days, ...noDays(days), history: 'notYet' } : days),
        });
      },
    ]),
  ),
};
