import { effectText } from '../../shared/effectText';
import { formatChanceToWin, formatPValue } from '../../shared/format';
import { nameInText } from '../../shared/nameInText';
import type { StatisticsConfig } from '../model/experiment';
import type { Metric } from '../model/metric';
import type { MetricResult, VariantResult } from '../model/metricResult';
import { differenceOf } from './metricValue';
import { judgeVariant } from './verdict';

/**
 * What a metric says of one variant, with all that belongs to a number: `test won on Purchase: +12.67% [4.50%, 20.85%]
 * vs control, 99.9% chance to win`. Names are untrusted text.
 */
export function verdictSentence(
  result: MetricResult,
  variant: VariantResult,
  metric: Metric,
  statistics: StatisticsConfig,
): string {
  const { word, missing } = judgeVariant(result, variant, metric);
  const [key, name] = [nameInText(variant.key), nameInText(metric.name)];
  if (missing) return `${name}, ${key}: ${missing.sentence}`;
  const numbers = numbersText(result, variant, metric, statistics);
  switch (word) {
    case 'won':
    case 'lost':
      return `${key} ${word} on ${name}: ${numbers}`;
    case 'leading':
    case 'trailing':
      return `${key} is ${word} on ${name}, not significant: ${numbers}`;
    default:
      return `No difference yet between ${key} and ${nameInText(result.baseline.key)} on ${name}: ${numbers}`;
  }
}

/** `+12.67% [4.50%, 20.85%] vs control, 99.9% chance to win, lower is better`. */
export function numbersText(
  { baseline }: MetricResult,
  variant: VariantResult,
  { goal, type }: Pick<Metric, 'goal' | 'type'>,
  statistics: StatisticsConfig,
): string {
  const { interval, samples } = variant;
  if (interval === undefined) return '';
  const [low, high] = interval;
  const { change, interval: range } = effectText(
    { samples, change: (low + high) / 2, low, high },
    differenceOf(statistics, type),
  );
  const isFrequentist = (variant.method ?? statistics.method) === 'frequentist';
  return [
    `${change} ${range} vs ${nameInText(baseline.key)}`,
    isFrequentist
      ? `p ${formatPValue(variant.pValue)}`
      : `${formatChanceToWin(variant.chanceToWin, goal)} chance to win`,
    goal === 'decrease' ? 'lower is better' : '',
  ]
    .filter(Boolean)
    .join(', ');
}
