import { formatDuration } from '../../shared/format';
import type {
  MetricResultView,
  ResultsProgress,
  ResultsTableView,
  ResultsView,
} from '../../shared/panelResults';
import { nameInText } from '../../shared/nameInText';
import type { PostHogError } from '../api/errors';
import { comparisonsText } from '../experiment/comparisons';
import { levelText, methodOf } from '../experiment/computedText';
import type { KnownExperiment } from '../experiment/concern';
import { findProgress, isEarly, peekingWarning } from '../experiment/earlyRead';
import { emptyOutcomes } from '../experiment/emptyOutcomes';
import { experimentSentence } from '../experiment/experimentSentence';
import { findProblem } from '../experiment/health';
import { hiddenText, isHiddenEarly } from '../experiment/hiddenEarly';
import { unitOf } from '../experiment/wording';
import type { ExperimentDetail } from '../model/experiment';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import { isUnderWay, metricKey, type MetricReading, readingKey } from '../store/metricReading';
import { lastLoaded, type Resource } from '../store/resource';
import { toMetricResult } from './metricResultView';
import { intervalsOf, sharedAxis } from './sharedAxis';

export interface ResultsSources {
  readonly verdict: Resource<LatestResults> | undefined;
  readonly readings: ReadonlyMap<string, MetricReading>;
  readonly nowMs: number;
  readonly describeError: (error: PostHogError) => string;
}

/** What the panel shows of the results; undefined while it is not known what the experiment measures. */
export function toResultsView(
  known: KnownExperiment,
  { verdict, readings, nowMs, describeError }: ResultsSources,
): ResultsView | undefined {
  const { experiment, detail } = known;
  if (experiment.startMs === undefined) return undefined;
  const results = known.results ?? (detail && nothingYet(detail));
  if (!results) return undefined;
  const loaded = lastLoaded(verdict);
  const failure = verdict?.state === 'failed' ? describeError(verdict.error) : undefined;
  const readingOf = (outcome: MetricOutcome) => readings.get(readingKey(experiment.id, metricKey(outcome)));
  const refusal = results.outcomes.map(readingOf).find(isRefused);
  const isHidden = isHiddenEarly(known, nowMs);
  const options = {
    nowMs,
    isHidden,
    isTrusted: findProblem(known, nowMs) === undefined,
    isReading: verdict?.state === 'loading',
    describeError: (error: PostHogError) => (error === refusal?.error ? refusedNote : describeError(error)),
  };
  const first = results.outcomes.find(({ result }) => result !== undefined);
  const { statistics } = results.experiment;
  const method = methodOf(first?.result, statistics);
  const tables = (['primary', 'secondary'] as const).map((role) => ({
    role,
    metrics: results.outcomes
      .filter((outcome) => outcome.role === role)
      .map((outcome) => toMetricResult(outcome, results, readingOf(outcome), options)),
  }));
  return {
    verdictSentence: experimentSentence(known, nowMs),
    asOfMs: first?.computedMs ?? results.computedMs,
    loadedMs: loaded?.loadedMs,
    notes: notesOf(results, isHidden, nowMs),
    hiddenText: isHidden ? hiddenText(known) : undefined,
    progress: progressOf(results.outcomes.map(readingOf)),
    trouble: refusal ? `${refusedSentence} ${describeError(refusal.error)}` : failure,
    chanceTitle:
      method === 'frequentist'
        ? 'p-value'
        : `Chance to win${first?.result ? ` vs ${nameInText(first.result.baseline.key)}` : ''}`,
    intervalTitle: `${levelText(statistics)} ${method === 'frequentist' ? 'confidence' : 'credible'} interval`,
    differenceTitle: statistics.difference === 'absolute' ? 'Relative' : 'Difference',
    unit: unitOf(experiment),
    tables: tables.filter(({ metrics }) => metrics.length > 0).map((table) => withAxis(table, results)),
  };
}

/** The metrics are known before their results are. */
function nothingYet(experiment: ExperimentDetail): LatestResults {
  return { experiment, computedMs: undefined, outcomes: emptyOutcomes(experiment) };
}

const refusedSentence = 'Metrics that PostHog has not computed yet cannot be computed here.';
const refusedNote = 'The API key may not run queries.';

function isRefused(
  reading: MetricReading | undefined,
): reading is Extract<MetricReading, { readonly state: 'failed' }> {
  return reading?.state === 'failed' && reading.error.kind === 'forbidden';
}

/** Differences in the unit of each metric cannot stand on one axis: those have their own already. */
function withAxis(table: ResultsTableView, { experiment }: LatestResults): ResultsTableView {
  if (experiment.statistics.difference !== 'relative') return table;
  const axis = sharedAxis(table.metrics.flatMap(intervalsOf), 'relative');
  const axisOf = (metric: MetricResultView) => (intervalsOf(metric).length > 0 ? axis : undefined);
  return { ...table, metrics: table.metrics.map((metric) => ({ ...metric, axis: axisOf(metric) })) };
}

function progressOf(readings: readonly (MetricReading | undefined)[]): ResultsProgress | undefined {
  const running = readings.filter(isUnderWay);
  if (running.length === 0) return undefined;
  const sinceMs = running.flatMap((reading) => (reading?.state === 'computing' ? [reading.sinceMs] : []));
  return {
    done: readings.length - running.length,
    total: readings.length,
    sinceMs: sinceMs.length > 0 ? Math.min(...sinceMs) : undefined,
  };
}

function notesOf(results: LatestResults, isHidden: boolean, nowMs: number): readonly string[] {
  const { excludedVariants, holdout, startMs } = results.experiment;
  const progress = findProgress(results);
  const share = progress && Math.floor((100 * progress.samples) / progress.target);
  const age = startMs === undefined ? '' : `, ${formatDuration(nowMs - startMs)} old`;
  const early = [
    share === undefined ? `Early read: no sample was planned and it is in its first week${age}.` : '',
    share === undefined ? '' : `Early read: ${share}% of the planned sample. Differences here often reverse.`,
    peekingWarning(results, nowMs) ?? '',
  ];
  const comparisons = comparisonsText(results);
  const hasPrimary = results.outcomes.some(({ role }) => role === 'primary');
  return [
    hasPrimary || results.outcomes.length === 0 ? '' : 'There is no primary metric to decide by.',
    ...(isEarly(results, nowMs) && !isHidden && results.outcomes.some(({ result }) => result)
      ? [early.filter(Boolean).join(' ')]
      : []),
    comparisons && `${comparisons}: some may be significant by chance.`,
    ...excludedVariants.map((key) => `${nameInText(key)} is excluded from the analysis.`),
    holdout
      ? `The ${unitOf(results.experiment)} of the holdout ${nameInText(holdout.name)} are not in the results.`
      : '',
  ].filter(Boolean);
}
