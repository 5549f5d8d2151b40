/** What one metric says in a few words: of its variants the one that stands out most. */
import { cutText } from '../../shared/cutText';
import { effectText } from '../../shared/effectText';
import { formatChange, formatDuration } from '../../shared/format';
import type { Difference } from '../../shared/panelSeries';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import { isEarly, isStale } from './earlyRead';
import { differenceOf } from './metricValue';
import { judgeMetric, type VariantVerdict } from './verdict';

export interface OutcomeText {
  /** `▲ test won +12.7% (early)`. Names of variants in it are untrusted text. */
  readonly text: string;
  /** The same in words, for who hears it: `test won +12.7% against control, early`. */
  readonly spoken: string;
  /** What was found, if that is settled: significant, and of a sample as large as planned. */
  readonly finding: 'won' | 'lost' | undefined;
  /** False where there is no statistic to speak of, only a reason for that. */
  readonly hasChange: boolean;
  /** How many variants it does not speak of. */
  readonly otherVariants: number;
}

/** A key of a variant may be long; the number behind it must not be cut. */
const maxKeyLength = 20;
/** Of a row of the list. */
export const maxLength = 60;

/** Undefined where nothing was computed or read. */
export function describeOutcome(
  { metric, result, error, computedMs }: MetricOutcome,
  results: LatestResults,
  nowMs: number,
): OutcomeText | undefined {
  if (!result) {
    if (error === undefined) return undefined;
    const text = 'metric failed';
    return { text, spoken: text, finding: undefined, hasChange: false, otherVariants: 0 };
  }
  const [shown, ...others] = judgeMetric(result, metric);
  if (!shown) return undefined;
  const difference = differenceOf(results.experiment.statistics, metric.type);
  const computed = computedMs ?? results.computedMs;
  const notes = [
    ...notesOf(shown, isEarly(results, nowMs)),
    error === undefined ? '' : 'last computation failed',
    isStale({ ...results, computedMs: computed }, nowMs)
      ? `${formatDuration(nowMs - (computed ?? nowMs))} old`
      : '',
    metric.goal === 'decrease' && hasDirection(shown) ? 'lower is better' : '',
  ].filter(Boolean);
  const found = shown.word === 'won' || shown.word === 'lost' ? shown.word : undefined;
  return {
    text: withNotes(verdictText(shown, difference), notes),
    spoken: [spokenVerdict(shown, difference, result.baseline.key), ...notes].join(', '),
    finding: isEarly(results, nowMs) ? undefined : found,
    hasChange: shown.change !== undefined,
    otherVariants: others.length,
  };
}

/** The notes matter less from left to right: those that do not fit into a row are left out. */
function withNotes(text: string, notes: readonly string[]): string {
  if (notes.length === 0) return text;
  const whole = `${text} (${notes.join(', ')})`;
  return whole.length <= maxLength ? whole : withNotes(text, notes.slice(0, -1));
}

/** `▲ test won +12.7%`: the triangle stands for good or bad, the sign for the direction. */
export function verdictText(verdict: VariantVerdict, difference: Difference): string {
  const key = cutText(verdict.variantKey, maxKeyLength);
  const change = changeText(verdict, difference);
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

/** The same beside a warning: the triangle is the mark of a finding, and there is none that could be trusted. */
export function withoutTriangle(text: string): string {
  return text.replace(/^[▲▼] /, '');
}

function spokenVerdict(verdict: VariantVerdict, difference: Difference, baselineKey: string): string {
  if (!hasDirection(verdict)) return verdictText(verdict, difference);
  return `${verdict.variantKey} ${verdict.word} ${changeText(verdict, difference)} against ${baselineKey}`;
}

function notesOf(verdict: VariantVerdict, early: boolean): readonly string[] {
  if (verdict.change === undefined) return [];
  const isDirectionOnly = verdict.word === 'leading' || verdict.word === 'trailing';
  return [
    isDirectionOnly ? 'not significant' : '',
    verdict.borderline ? 'borderline' : '',
    early ? 'early' : '',
  ];
}

function hasDirection({ word, change }: VariantVerdict): boolean {
  return change !== undefined && word !== 'noDifference';
}

/** One decimal: there is room for one line. */
function changeText({ change }: VariantVerdict, difference: Difference): string {
  if (change === undefined) return '';
  return difference === 'relative'
    ? formatChange(change, 1)
    : effectText({ samples: 0, change }, difference).change;
}
