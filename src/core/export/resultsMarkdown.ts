import { effectText } from '../../shared/effectText';
import { formatChanceToWin, formatCount, formatPValue, formatUtcMinute } from '../../shared/format';
import type { Difference } from '../../shared/panelSeries';
import { comparisonsText } from '../experiment/comparisons';
import { levelText, methodOf } from '../experiment/computedText';
import type { KnownExperiment } from '../experiment/concern';
import { findProgress, isEarly, isStale, peekingWarning, progressText } from '../experiment/earlyRead';
import { experimentSentence } from '../experiment/experimentSentence';
import { countSamples } from '../experiment/exposures';
import { findConcerns } from '../experiment/health';
import { differenceOf, metricValue } from '../experiment/metricValue';
import { judgeVariant } from '../experiment/verdict';
import { verdictWords } from '../experiment/verdictWords';
import { statusWithAge, unitOf } from '../experiment/wording';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import type { VariantResult } from '../model/metricResult';
import { markdownText } from './markdownText';

/**
 * Results as they go into a pull request: with the warnings before them, how sure they are and how old. Everything of
 * the server stands in it as text.
 */
export function resultsMarkdown(
  results: LatestResults | undefined,
  known: KnownExperiment,
  nowMs: number,
): string {
  const { experiment } = known;
  const asOf = results?.computedMs;
  const age = asOf === undefined ? '' : ` (as of ${formatUtcMinute(asOf)})`;
  const warnings = findConcerns(known, nowMs)
    .filter(({ severity }) => severity !== 'info')
    .map(({ sentence }) => `> ⚠ ${markdownText(sentence)}`);
  const sentence = experimentSentence(known, nowMs);
  return [
    `### ${markdownText(experiment.name)} — ${markdownText(statusWithAge(experiment, nowMs))}${age}`,
    warnings.join('\n'),
    sentence === undefined ? '' : markdownText(sentence),
    ...(results ? resultParts(results, known, nowMs) : []),
    `Flag ${markdownText(experiment.flagKey)}`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

function resultParts(results: LatestResults, known: KnownExperiment, nowMs: number): readonly string[] {
  const rows = results.outcomes.flatMap((outcome) => outcomeRows(outcome, results));
  const heads = ['Metric (goal)', 'Variant', 'Value', changeHead(results), evidenceHead(results), 'Verdict'];
  const table = [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [
    caveats(results, known, nowMs),
    rows.length > 0 ? table.join('\n') : '',
    markdownText(peekingWarning(results, nowMs) ?? ''),
  ];
}

/** `Bayesian 95% · relative vs control · 20,008 users · target reached`. */
function caveats(results: LatestResults, { experiment }: KnownExperiment, nowMs: number): string {
  const { statistics } = results.experiment;
  const result = results.outcomes.find((outcome) => outcome.result)?.result;
  const samples = countSamples(results);
  return [
    `${methodOf(result, statistics) === 'bayesian' ? 'Bayesian' : 'Frequentist'} ${levelText(statistics)}`,
    result && `${statistics.difference} vs ${markdownText(result.baseline.key)}`,
    samples === undefined ? '' : `${formatCount(samples)} ${unitOf(experiment)}`,
    isEarly(results, nowMs) ? '**early read**' : '',
    progressText(findProgress(results)),
    isStale(results, nowMs) ? '**stale**' : '',
    comparisonsText(results),
  ]
    .filter(Boolean)
    .join(' · ');
}

function changeHead({ experiment, outcomes }: LatestResults): string {
  const { statistics } = experiment;
  const method = methodOf(outcomes.find(({ result }) => result)?.result, statistics);
  return `Change [${levelText(statistics)} ${method === 'bayesian' ? 'credible' : 'confidence'} interval]`;
}

function evidenceHead({ experiment, outcomes }: LatestResults): string {
  const method = methodOf(outcomes.find(({ result }) => result)?.result, experiment.statistics);
  return method === 'bayesian' ? 'Chance to win' : 'p-value';
}

function outcomeRows(
  { metric, result, error }: MetricOutcome,
  { experiment }: LatestResults,
): readonly (readonly string[])[] {
  const name = `${markdownText(metric.name)} (${metric.goal})`;
  if (!result)
    return [[name, '', '', '', '', error === undefined ? 'no result' : `failed: ${markdownText(error)}`]];
  const { baseline, variants } = result;
  const evidence = ({ method, chanceToWin, pValue }: VariantResult) =>
    (method ?? experiment.statistics.method) === 'bayesian'
      ? formatChanceToWin(chanceToWin, metric.goal)
      : formatPValue(pValue);
  return [
    [name, markdownText(baseline.key), metricValue(baseline, metric.type), 'baseline', '', ''],
    ...variants.map((variant) => {
      const { word, borderline, missing } = judgeVariant(result, variant, metric);
      return [
        name,
        markdownText(variant.key),
        metricValue(variant, metric.type),
        missing ? '—' : changeText(variant, differenceOf(experiment.statistics, metric.type)),
        missing ? '—' : evidence(variant),
        missing
          ? markdownText(missing.sentence)
          : `${verdictWords(word)}${borderline ? ' (borderline)' : ''}`,
      ];
    }),
  ];
}

function changeText({ samples, interval }: VariantResult, difference: Difference): string {
  if (!interval) return '—';
  const [low, high] = interval;
  const effect = effectText({ samples, change: (low + high) / 2, low, high }, difference);
  return `${effect.change} ${effect.interval}`;
}
