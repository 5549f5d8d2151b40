/** What may become of daily results, by name, as the host's answers. */
import type { TimeseriesView } from '../../src/shared/panelSeries';
import type { ExperimentSummaryView } from '../../src/shared/panelView';
import { planOf } from '../unit/support/results';
import { answering, type Build, result, showing } from './experimentScenario';
import { fourPlan, hostileName, wonPlan } from './sampleExperiment';
import { hiddenSeries, noDays, sampleSeries, type SeriesPlan } from './sampleSeries';
import { sampleTrust, type TrustPlan } from './sampleTrust';
import type { Answer } from './scenario';

const dayMs = 86_400_000;

/** The usual experiment, with another answer for the first metric's daily results, and what else fits it. */
function withSeries(
  answer: (nowMs: number) => Answer<TimeseriesView>,
  trust: TrustPlan = {},
  experiment: Partial<ExperimentSummaryView> = {},
): Build {
  return (nowMs) =>
    answering(showing({ ...sampleTrust(trust, nowMs), ...experiment })(nowMs).view, {
      'm-purchase': answer(nowMs),
    });
}

/** The same with daily results that differ from the usual ones. */
function changed(
  change: (view: TimeseriesView, nowMs: number) => Partial<TimeseriesView>,
  plan: SeriesPlan = wonPlan,
  trust: TrustPlan = {},
  experiment: Partial<ExperimentSummaryView> = {},
): Build {
  const answer = (nowMs: number) => {
    const view = sampleSeries(plan, nowMs);
    return result({ ...view, ...change(view, nowMs) });
  };
  return withSeries(answer, trust, experiment);
}

/** The first days are gone. */
function without(view: TimeseriesView, count: number): Partial<TimeseriesView> {
  return {
    series: view.series.map(({ variantKey, points }) => ({
      variantKey,
      points: points.map((point, day) => (day < count ? null : point)),
    })),
  };
}

const at = (day: string, hour = 10): number => Date.parse(`${day}T${hour}:00:00Z`);
const event = (
  day: string,
  kind: TimeseriesView['events'][number]['kind'],
  text: string,
): TimeseriesView['events'][number] => ({ day, timeMs: at(day), kind, text });

export const seriesStates: Readonly<Record<string, Build>> = {
  'series-loading': withSeries(() => ({ kind: 'silence' })),
  'series-error': withSeries(() => ({ kind: 'error', message: 'PostHog answered with an error (502).' })),
  'series-pending': changed((view) => ({ ...noDays(view), history: 'notYet' })),
  'series-restarted': changed((view) => ({ ...noDays(view), history: 'restarted' })),
  'series-unexplained': changed((view) => ({ ...noDays(view), history: 'unexplained' })),
  'series-failed': changed((view) => ({
    ...noDays(view),
    status: 'failed',
    errors: { [view.days[20] ?? '']: 'The metric uses an action that no longer exists.' },
  })),
  'series-all-failed': changed((view) => ({
    ...noDays(view),
    status: 'failed',
    errors: Object.fromEntries(view.days.map((day) => [day, 'Query exceeded the memory limit.'])),
  })),
  'series-early': changed(
    () => ({}),
    { ...wonPlan, days: 2, usersPerDay: 14 },
    { counts: { control: 28, test: 28 }, days: 2 },
    { ageText: 'since 12 Nov 2026 (2 d)' },
  ),
  'series-one-day': changed(
    () => ({ early: { days: 1, reason: 'in the first week' } }),
    { ...wonPlan, days: 1 },
    { counts: { control: 950, test: 950 }, days: 1 },
    { ageText: 'since 13 Nov 2026 (1 d)' },
  ),
  'series-planned': changed(
    (view) => ({
      early: { days: 12, reason: 'below the planned 600 users' },
      areChangesKnown: false,
      events: [event(view.days[0] ?? '', 'launch', 'Launched')],
    }),
    { ...wonPlan, usersPerDay: 24 },
    { counts: { control: 504, test: 504 }, detail: planOf(600) },
  ),
  'series-all-early': changed(
    (view) => ({ early: { days: view.days.length, reason: 'below the planned 40,000 users' } }),
    wonPlan,
    { detail: planOf(40_000) },
  ),
  'series-hidden': changed(hiddenSeries, wonPlan, { detail: planOf(40_000) }),
  'series-sequential': changed(() => ({ isSequential: true }), { ...wonPlan, method: 'frequentist' }),
  'series-events': changed((view) => ({
    ...without(view, 6),
    history: 'restarted',
    events: [
      event(view.days[0] ?? '', 'launch', 'Launched'),
      event(view.days[5] ?? '', 'split', 'Distribution changed by Ada Lovelace'),
      event(view.days[6] ?? '', 'metrics', 'Metrics edited by Ada Lovelace'),
      event(view.days[13] ?? '', 'pause', 'Paused by Grace Hopper'),
      event(view.days[15] ?? '', 'resume', 'Resumed by Grace Hopper'),
      event(view.days[20] ?? '', 'end', 'Ended'),
    ],
  })),
  'series-stale': changed((_, nowMs) => ({ computedMs: nowMs - 41 * dayMs, isStale: true })),
  'series-legacy': changed((view) => ({ ...without(view, 4), legacyDays: view.days.slice(0, 4) })),
  'series-six': changed(() => ({}), {
    ...fourPlan,
    lift: { ...fourPlan.lift, 'two-lines': 1.02, 'no-label': 0.93 },
    gaps: [9, 10, 11, 12],
  }),
  'series-hostile': changed(
    (view) => ({
      events: [event(view.days[8] ?? '', 'metrics', `Metrics edited by ${hostileName}`)],
      timeZone: '<img src=x onerror="window.hacked=1">',
      early: { days: 3, reason: hostileName },
      errors: { [view.days[12] ?? '']: hostileName },
    }),
    { ...wonPlan, lift: { [hostileName]: 1.1, '\u202Etset\u202C': 0.9 }, gaps: [12] },
  ),
  recalculating: changed((view) => ({
    ...without(view, 17),
    recalculation: { computedDays: 4, days: 21 },
  })),
  'recalculating-nothing': changed((view) => ({
    ...noDays(view),
    recalculation: { computedDays: 0, days: 21 },
  })),
};
