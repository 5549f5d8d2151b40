import { cutText } from '../../shared/cutText';
import { formatAgo, formatCount, formatDay } from '../../shared/format';
import type { LatestResults } from '../model/latestResults';
import { comparisonsText } from '../experiment/comparisons';
import { conclusionSentence } from '../experiment/conclusionSentence';
import { hiddenText, isHiddenEarly } from '../experiment/hiddenEarly';
import { primaryStandings, primaryText } from '../experiment/primarySummary';
import { allMetrics } from '../experiment/allMetrics';
import type { KnownExperiment } from '../experiment/concern';
import { findProgress, isEarly, progressText } from '../experiment/earlyRead';
import { countSamples } from '../experiment/exposures';
import { findConcerns } from '../experiment/health';
import { judgeMetric } from '../experiment/verdict';
import { valueChange } from '../experiment/metricValue';
import { verdictSentence } from '../experiment/verdictSentence';
import { conclusionWord, statusWithAge, unitOf, variantSplit } from '../experiment/wording';

/** At most two warnings: a tooltip is no report. */
const maxConcerns = 2;

/**
 * What there is to say of an experiment in some eight lines: status, warnings, verdict with its numbers, progress and
 * age, what it is made of. Untrusted text.
 * @param trouble why something could not be read, a sentence
 */
export function tooltipLines(
  known: KnownExperiment,
  nowMs: number,
  trouble: string | undefined,
): readonly string[] {
  const { experiment, detail } = known;
  const { createdBy, createdMs, holdout, description, conclusionComment } = experiment;
  const isOver = experiment.status === 'stopped' || experiment.archived;
  const conclusion = `Conclusion: ${conclusionWord(experiment.conclusion)}`;
  const recorded = conclusionSentence(experiment, known.results);
  const metrics = detail && allMetrics(detail).map(({ name }) => name);
  return [
    `${experiment.name} — ${statusWithAge(experiment, nowMs)}`,
    ...findConcerns(known, nowMs)
      .slice(0, maxConcerns)
      .map(({ severity, sentence }) => (severity === 'info' ? sentence : `⚠ ${sentence}`)),
    ...(isOver ? [conclusionComment ? `${conclusion}. ${cutText(conclusionComment, 200)}` : conclusion] : []),
    // Only where the results say something else.
    isOver && recorded.includes(';') ? recorded : '',
    ...resultLines(known, nowMs),
    trouble ?? '',
    description === undefined ? '' : cutText(description, 300),
    [`Flag ${experiment.flagKey}`, variantSplit(experiment), holdout && `holdout ${holdout.name}`]
      .filter(Boolean)
      .join(' · '),
    metrics && metrics.length > 0 ? cutText(`Metrics: ${metrics.join(', ')}`, 200) : '',
    createdBy === undefined || createdMs === undefined
      ? ''
      : `Created by ${createdBy.name} on ${formatDay(createdMs)}`,
  ].filter(Boolean);
}

function resultLines(known: KnownExperiment, nowMs: number): readonly string[] {
  const { experiment, results } = known;
  if (!results) return [];
  if (isHiddenEarly(known, nowMs)) {
    return [capitalised(hiddenText(known)), sampleLine(results, unitOf(experiment), nowMs)];
  }
  const outcome = results.outcomes.find(({ role }) => role === 'primary');
  const lines: string[] = [];
  if (outcome?.result) {
    const { metric, result } = outcome;
    const [shown] = judgeMetric(result, metric);
    const variant = result.variants.find(({ key }) => key === shown?.variantKey);
    if (variant) {
      lines.push(
        verdictSentence(result, variant, metric, results.experiment.statistics),
        valueChange(result.baseline, variant, metric.type),
      );
    }
  } else if (outcome?.error !== undefined) {
    lines.push(`${outcome.metric.name} failed: ${cutText(outcome.error, 200)}`);
  }
  return [...lines, primaryText(primaryStandings(results)), sampleLine(results, unitOf(experiment), nowMs)];
}

/** `Early read: 5,001 users, 50% of sample, as of 2 h ago`. */
function sampleLine(results: LatestResults, unit: string, nowMs: number): string {
  const samples = countSamples(results);
  if (samples === undefined) return '';
  const parts = [
    `${formatCount(samples)} ${unit}`,
    progressText(findProgress(results)),
    results.computedMs === undefined ? '' : `as of ${formatAgo(nowMs - results.computedMs)}`,
    comparisonsText(results),
  ];
  return `${isEarly(results, nowMs) ? 'Early read: ' : ''}${parts.filter(Boolean).join(', ')}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
