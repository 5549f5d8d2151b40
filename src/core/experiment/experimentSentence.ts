/** What an experiment says as a whole, in a sentence or two. Names of metrics and variants are untrusted text. */
import { effectText } from '../../shared/effectText';
import { formatDuration } from '../../shared/format';
import { nameInText } from '../../shared/nameInText';
import type { LatestResults } from '../model/latestResults';
import type { KnownExperiment } from './concern';
import { conclusionSentence } from './conclusionSentence';
import { findProgress, isEarly } from './earlyRead';
import { countSamples } from './exposures';
import { findProblem } from './health';
import { hiddenText, isHiddenEarly } from './hiddenEarly';
import { differenceOf } from './metricValue';
import { mixedText, primaryStandings, primaryText, type StandingMetric } from './primarySummary';
import { numbersText } from './verdictSentence';

/** Undefined while there is nothing to say: nothing was read, or nothing is measured. */
export function experimentSentence(known: KnownExperiment, nowMs: number): string | undefined {
  const { experiment, results } = known;
  if (experiment.startMs === undefined) return 'Draft, not launched. No results yet.';
  if (experiment.endMs !== undefined) {
    const conclusion = conclusionSentence(experiment, results);
    return experiment.conclusion === undefined && results
      ? [conclusion, resultSentence(results, nowMs)].filter(Boolean).join(' ')
      : conclusion;
  }
  const problem = findProblem(known, nowMs);
  if (problem) return `Do not read yet: ${problem.sentence}`;
  if (!results) return undefined;
  if (isHiddenEarly(known, nowMs)) return hiddenSentence(known, results);
  if (countSamples(results) === 0) {
    return `No exposures yet (${formatDuration(nowMs - experiment.startMs)}).`;
  }
  return resultSentence(results, nowMs);
}

function hiddenSentence(known: KnownExperiment, results: LatestResults): string {
  const text = hiddenText(known);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${soFar(results)}.`;
}

function soFar(results: LatestResults): string {
  const progress = findProgress(results);
  return progress ? `, ${percentOf(progress)}% so far` : '';
}

function resultSentence(results: LatestResults, nowMs: number): string | undefined {
  const standings = primaryStandings(results);
  const [first] = standings;
  if (!first) return undefined;
  const mixed = mixedText(standings);
  const counted = primaryText(standings);
  if (mixed) return [`${mixed}.`, stage(results, nowMs)].filter(Boolean).join(' ');
  if (counted) return [`${counted}.`, stage(results, nowMs)].filter(Boolean).join(' ');
  return metricSentence(first, results, nowMs);
}

/** Of an experiment with one primary metric. */
function metricSentence(
  { outcome, verdicts, standing }: StandingMetric,
  results: LatestResults,
  nowMs: number,
): string | undefined {
  const { metric, result } = outcome;
  const name = nameInText(metric.name);
  const [shown] = verdicts;
  const variant = result?.variants.find(({ key }) => key === shown?.variantKey);
  if (!result || !shown || !variant) {
    return standing === 'failed' ? `${name} could not be computed.` : undefined;
  }
  if (shown.missing?.word === 'notEnoughData') return `Not enough data: ${shown.missing.short}.`;
  if (shown.missing) return `No result: ${shown.missing.sentence}`;
  const { statistics } = results.experiment;
  const key = nameInText(shown.variantKey);
  const others = othersText(verdicts.slice(1));
  if (shown.word === 'won' || shown.word === 'lost') {
    return [
      `${key} ${shown.word} on ${name}: ${numbersText(result, variant, metric, statistics)}.`,
      shown.borderline ? 'Borderline: the interval still includes no difference.' : '',
      others,
      stage(results, nowMs),
    ]
      .filter(Boolean)
      .join(' ');
  }
  const [low, high] = variant.interval ?? [0, 0];
  const { change, range } = effectText(
    { samples: variant.samples, change: (low + high) / 2, low, high },
    differenceOf(statistics, metric.type),
  );
  if (isEarly(results, nowMs) && shown.word !== 'noDifference') {
    const way = (shown.change ?? 0) > 0 ? 'higher' : 'lower';
    const size = change.replace(/^[+−]/, '');
    return (
      `Too early to call. ${key} is ${size} ${way} than ${nameInText(result.baseline.key)} on ` +
      `${name}; the data are compatible with ${range}.`
    );
  }
  return [`No clear difference on ${name}: the data are compatible with ${range}.`, others]
    .filter(Boolean)
    .join(' ');
}

/** `Of 2 other variants 1 won, 1 is not significant.` */
function othersText(others: StandingMetric['verdicts']): string {
  if (others.length === 0) return '';
  const count = (of: (word: string) => boolean) => others.filter(({ word }) => of(word)).length;
  const won = count((word) => word === 'won');
  const lost = count((word) => word === 'lost');
  const open = others.length - won - lost;
  const parts = [
    won > 0 ? `${won} won` : '',
    lost > 0 ? `${lost} lost` : '',
    open > 0 ? `${open} not significant` : '',
  ];
  return `Other variants: ${parts.filter(Boolean).join(', ')}.`;
}

/** How far the sample is, after a finding. */
function stage(results: LatestResults, nowMs: number): string {
  const progress = findProgress(results);
  if (isEarly(results, nowMs)) {
    return progress ? `Early: ${percentOf(progress)}% of the planned sample.` : 'Early: less than a week.';
  }
  return progress && progress.samples >= progress.target ? 'Target sample reached.' : '';
}

function percentOf({ samples, target }: { readonly samples: number; readonly target: number }): number {
  return Math.floor((100 * samples) / target);
}
