/** What an experiment says in a few words: its first primary metric, and of that the variant that stands out most. */
import { cutText } from '../../shared/cutText';
import { effectText } from '../../shared/effectText';
import { formatChange, formatDuration } from '../../shared/format';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import { isEarly, isStale } from './earlyRead';
import type { KnownExperiment } from './concern';
import { judgeMetric, type VariantVerdict } from './verdict';

export interface Headline {
  /** `▲ test won +12.7% (early)`. Names of variants in it are untrusted text. */
  readonly text: string;
  /** The same in words, for who hears it: `test won +12.7% against control, early`. */
  readonly spoken: string;
  /** What was found, if that is settled: significant, by the goal, and of a sample as large as planned. */
  readonly finding: 'won' | 'lost' | undefined;
  /** What the text leaves out: `+2 variants`, `+1 metric`; empty when nothing. */
  readonly more: string;
}

/** A key of a variant may be long; the number behind it must not be cut. */
const maxKeyLength = 20;

/** Undefined where there is nothing to say yet. Results of an earlier launch say nothing of this one. */
export function findHeadline({ experiment, results }: KnownExperiment, nowMs: number): Headline | undefined {
  const isOpen = experiment.endMs === undefined && !experiment.archived;
  if (!results || !isOpen || results.experiment.startMs !== experiment.startMs) return undefined;
  const [outcome, ...others] = results.outcomes.filter(({ role }) => role === 'primary');
  if (!outcome) return undefined;
  const more = (variants: number) => [count(variants, 'variant'), count(others.length, 'metric')];
  if (!outcome.result) {
    if (outcome.error === undefined) return undefined;
    const text = 'metric failed';
    return { text, spoken: text, finding: undefined, more: join(more(0)) };
  }
  const [shown, ...otherVariants] = judgeMetric(outcome.result, outcome.metric);
  if (!shown) return undefined;
  const change = changeText(shown.change, results);
  const notes = notesOf(shown, outcome, results, nowMs);
  const key = cutText(shown.variantKey, maxKeyLength);
  const isFound = shown.word === 'won' || shown.word === 'lost';
  return {
    text: withNotes(verdictText(shown, key, change), notes),
    spoken: [spokenVerdict(shown, change, outcome.result.baseline.key), ...notes].join(', '),
    finding: isFound && !isEarly(results, nowMs) ? shown.word : undefined,
    more: join(more(otherVariants.length)),
  };
}

function verdictText(verdict: VariantVerdict, key: string, change: string): string {
  switch (verdict.word) {
    case 'won':
      return `▲ ${key} won ${change}`;
    case 'lost':
      return `▼ ${key} lost ${change}`;
    case 'leading':
    case 'trailing':
      return `${key} ${verdict.word} ${change}`;
    case 'noDifference':
      return 'no difference yet';
    case 'notEnoughData':
    case 'noResult':
      return verdict.missing?.short ?? 'no result';
  }
}

function spokenVerdict(verdict: VariantVerdict, change: string, baselineKey: string): string {
  const { word, variantKey } = verdict;
  if (word === 'noDifference' || verdict.change === undefined)
    return verdictText(verdict, variantKey, change);
  return `${variantKey} ${word} ${change} against ${baselineKey}`;
}

function notesOf(
  { word, borderline, change }: VariantVerdict,
  { metric }: MetricOutcome,
  results: LatestResults,
  nowMs: number,
): readonly string[] {
  const age = isStale(results, nowMs) ? `${formatDuration(nowMs - (results.computedMs ?? nowMs))} old` : '';
  if (change === undefined) return age === '' ? [] : [age];
  return [
    word === 'leading' || word === 'trailing' ? 'not significant' : '',
    borderline ? 'borderline' : '',
    isEarly(results, nowMs) ? 'early' : '',
    age,
    metric.goal === 'decrease' && word !== 'noDifference' ? 'lower is better' : '',
  ].filter(Boolean);
}

/** One decimal: there is room for one line. */
function changeText(change: number | undefined, { experiment }: LatestResults): string {
  if (change === undefined) return '';
  const { difference } = experiment.statistics;
  return difference === 'relative'
    ? formatChange(change, 1)
    : effectText({ samples: 0, change }, 'absolute').change;
}

function withNotes(text: string, notes: readonly string[]): string {
  return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `+${number} ${noun}${number === 1 ? '' : 's'}`;
}

function join(parts: readonly string[]): string {
  return parts.filter(Boolean).join(', ');
}
