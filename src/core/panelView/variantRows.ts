/** The variants of one metric as rows of its table: the baseline, then every other against it. */
import { effectText } from '../../shared/effectText';
import {
  formatChanceToWin,
  formatCount,
  formatDuration,
  formatPercent,
  formatPValue,
} from '../../shared/format';
import type { VariantRowView } from '../../shared/panelResults';
import { isEarly, isStale } from '../experiment/earlyRead';
import { differenceOf, metricValue, relativeDifference, valueDifference } from '../experiment/metricValue';
import { judgeVariant, type VariantVerdict } from '../experiment/verdict';
import { verdictWords } from '../experiment/verdictWords';
import type { LatestResults } from '../model/latestResults';
import type { Metric } from '../model/metric';
import type { MetricResult, VariantResult, VariantSample } from '../model/metricResult';

export interface RowsOptions {
  readonly nowMs: number;
  /** False while something is wrong with the experiment: then nothing has a colour. */
  readonly isTrusted: boolean;
  /** Values, changes and verdicts are folded away. */
  readonly isHidden: boolean;
  readonly computedMs: number | undefined;
}

export function variantRows(
  metric: Metric,
  result: Pick<MetricResult, 'baseline' | 'variants'>,
  results: LatestResults,
  options: RowsOptions,
): readonly VariantRowView[] {
  const baseline: VariantRowView = { ...plainRow(result.baseline, metric), isBaseline: true };
  if (options.isHidden)
    return [hidden(baseline), ...result.variants.map((each) => hidden(plainRow(each, metric)))];
  return [baseline, ...result.variants.map((each) => variantRow(metric, result, each, results, options))];
}

function variantRow(
  metric: Metric,
  result: MetricResult,
  variant: VariantResult,
  results: LatestResults,
  options: RowsOptions,
): VariantRowView {
  const { statistics } = results.experiment;
  const verdict = judgeVariant(result, variant, metric);
  const plain = {
    ...plainRow(variant, metric),
    difference: differenceText(metric, result, variant, results),
  };
  if (verdict.missing || !variant.interval) {
    return { ...plain, verdict: verdictWords(verdict.word), reason: verdict.missing?.sentence };
  }
  const [low, high] = variant.interval;
  const effect = effectText(
    { samples: variant.samples, change: verdict.change ?? 0, low, high },
    differenceOf(statistics, metric.type),
  );
  return {
    ...plain,
    change: effect.change,
    interval: effect.interval,
    low,
    high,
    ...chanceOf(variant, metric, results, verdict),
    verdict: verdictWords(verdict.word),
    tone: options.isTrusted && (verdict.word === 'won' || verdict.word === 'lost') ? verdict.word : 'open',
    marks: marksOf(verdict, results, options),
  };
}

function plainRow(sample: VariantSample, metric: Metric): VariantRowView {
  return {
    key: sample.key,
    isBaseline: false,
    samples: formatCount(sample.samples),
    value: metricValue(sample, metric.type),
    change: '',
    difference: '',
    interval: '',
    low: undefined,
    high: undefined,
    chance: '',
    chanceNote: undefined,
    verdict: '',
    tone: 'open',
    marks: [],
    reason: undefined,
    steps: sample.stepCounts.map((count) => stepText(count, sample.samples)),
  };
}

/** Two values side by side are a result, too. */
function hidden(row: VariantRowView): VariantRowView {
  return { ...row, value: '', steps: [] };
}

function stepText(count: number, samples: number): string {
  return samples > 0
    ? `${formatCount(count)} (${formatPercent((100 * count) / samples, 1)})`
    : formatCount(count);
}

/** Of the two ways to tell a change the one that the interval is not told in. */
function differenceText(
  { type }: Metric,
  { baseline }: MetricResult,
  variant: VariantResult,
  { experiment: { statistics } }: LatestResults,
): string {
  const other = statistics.difference === 'absolute' ? relativeDifference : valueDifference;
  return other(baseline, variant, type) ?? '';
}

function chanceOf(
  variant: VariantResult,
  { goal }: Metric,
  { experiment: { statistics } }: LatestResults,
  { word }: VariantVerdict,
): Pick<VariantRowView, 'chance' | 'chanceNote'> {
  if ((variant.method ?? statistics.method) === 'frequentist') {
    return {
      chance: formatPValue(variant.pValue),
      chanceNote:
        statistics.sequential && variant.pValue === 1 ? 'stays at 1 until evidence accumulates' : undefined,
    };
  }
  const worse = formatChanceToWin(variant.chanceToWin, goal === 'decrease' ? 'increase' : 'decrease');
  return {
    chance: formatChanceToWin(variant.chanceToWin, goal),
    chanceNote: word === 'lost' ? `${worse} chance that it is worse` : undefined,
  };
}

function marksOf(
  { borderline }: VariantVerdict,
  results: LatestResults,
  { nowMs, computedMs }: RowsOptions,
): readonly string[] {
  const isOld = isStale({ ...results, computedMs }, nowMs);
  return [
    isEarly(results, nowMs) ? 'early' : '',
    borderline ? 'borderline' : '',
    isOld ? `${formatDuration(nowMs - (computedMs ?? nowMs))} old` : '',
  ].filter(Boolean);
}
