import type { BarView, FigureView, StatsPanelState, StatsView } from '../../shared/panelStats';
import { formatChange, formatCount } from '../../shared/format';
import type { PostHogError } from '../api/errors';
import type { ExperimentStats } from '../model/experimentStats';
import { lastLoaded, type Resource } from '../store/resource';
import { pageTrouble } from './pageTrouble';

const noun = 'The statistics';

/** How busy the project is, in figures, bars and a sentence. */
export function toStatsView(
  panel: StatsPanelState,
  known: { readonly projectName: string; readonly stats: Resource<ExperimentStats> },
  describeError: (error: PostHogError) => string,
): StatsView {
  const loaded = lastLoaded(known.stats);
  return {
    state: panel,
    content: loaded && {
      projectName: known.projectName,
      figures: figuresOf(loaded.value),
      bars: barsOf(loaded.value),
      sentence: sentenceOf(loaded.value),
      isEmpty: barsOf(loaded.value).every(({ count }) => count === 0),
    },
    loading: known.stats.state === 'loading',
    trouble: pageTrouble(known.stats, noun, (error) =>
      error.kind === 'notFound'
        ? 'This PostHog has no statistics of experiments: its version is older than they are.'
        : describeError(error),
    ),
    loadedMs: loaded?.loadedMs,
  };
}

function figuresOf(stats: ExperimentStats): readonly FigureView[] {
  return [
    {
      label: 'Launched, last 30 days',
      value: formatCount(stats.launchedLast30Days),
      meaning: 'Experiments that started in the last 30 days.',
    },
    {
      label: 'Launched, 30 days before',
      value: formatCount(stats.launchedPrevious30Days),
      meaning: 'Experiments that started in the 30 days before those.',
    },
    { label: 'Change', value: changeOf(stats), meaning: changeMeaning(stats) },
    {
      label: 'Active now',
      value: formatCount(stats.active),
      meaning: 'Experiments that have started and not ended. Paused ones count.',
    },
    {
      label: 'Completed, last 30 days',
      value: formatCount(stats.completedLast30Days),
      meaning: 'Experiments that ended in the last 30 days, whatever their conclusion.',
    },
  ];
}

/** PostHog rounds to one decimal. */
function changeOf({ percentChange }: ExperimentStats): string {
  return formatChange(percentChange / 100, Number.isInteger(percentChange) ? 0 : 1);
}

function changeMeaning({ launchedLast30Days, launchedPrevious30Days }: ExperimentStats): string {
  const meaning = 'Launches of the last 30 days against those of the 30 days before.';
  return launchedPrevious30Days === 0 && launchedLast30Days > 0
    ? `${meaning} There were none before: PostHog calls that +100%.`
    : meaning;
}

function barsOf(stats: ExperimentStats): readonly BarView[] {
  return [
    { label: 'Launched, 30 days before', count: stats.launchedPrevious30Days, tone: 'launchedBefore' },
    { label: 'Launched, last 30 days', count: stats.launchedLast30Days, tone: 'launched' },
    { label: 'Completed, last 30 days', count: stats.completedLast30Days, tone: 'completed' },
  ];
}

function sentenceOf(stats: ExperimentStats): string {
  const { launchedLast30Days: now, launchedPrevious30Days: before, completedLast30Days: completed } = stats;
  const change = before > 0 && now !== before ? ` (${changeOf(stats)})` : '';
  return (
    `${experiments(now)} launched in the last 30 days, ${formatCount(before)} in the 30 days before${change}. ` +
    `${formatCount(completed)} completed in the last 30 days, ${formatCount(stats.active)} active now.`
  );
}

function experiments(count: number): string {
  return count === 1 ? '1 experiment' : `${formatCount(count)} experiments`;
}
