import { displayText } from '../../shared/displayText';
import { methodOf } from '../experiment/computedText';
import type { KnownExperiment } from '../experiment/concern';
import { isEarly } from '../experiment/earlyRead';
import { valueOf } from '../experiment/metricValue';
import { judgeVariant } from '../experiment/verdict';
import { verdictWords } from '../experiment/verdictWords';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import type { VariantResult, VariantSample } from '../model/metricResult';
import { type CsvCell, csvText } from './csvText';

const head =
  'experiment_id,experiment,metric_uuid,metric,metric_type,goal,variant,is_baseline,method,level,samples,sum,value,' +
  'delta,interval_low,interval_high,chance_to_win,p_value,significant,verdict,early,validation_failures,as_of';
const columns = head.split(',');

/**
 * One row a variant of each metric, the baseline's first; a metric without a result has one row that says so. Changes
 * and intervals are fractions, or in the metric's unit where the experiment compares absolutely; the chance to win is
 * the one of a higher value, whatever the goal.
 */
export function resultsCsv(results: LatestResults, known: KnownExperiment, nowMs: number): string {
  const rows = results.outcomes.flatMap((outcome) => outcomeRows(outcome, results, known, nowMs));
  return csvText([columns, ...rows]);
}

function outcomeRows(
  outcome: MetricOutcome,
  results: LatestResults,
  { experiment }: KnownExperiment,
  nowMs: number,
): readonly (readonly CsvCell[])[] {
  const { metric, result, error, computedMs = results.computedMs } = outcome;
  const { statistics } = results.experiment;
  const asOf = computedMs === undefined ? undefined : new Date(computedMs).toISOString();
  const early = isEarly(results, nowMs);
  const metricCells: readonly CsvCell[] = [
    experiment.id,
    displayText(experiment.name),
    metric.uuid,
    displayText(metric.name),
    metric.type,
    metric.goal,
  ];
  const row = (
    sample: VariantSample,
    variant: VariantResult | undefined,
    verdict: string,
  ): readonly CsvCell[] => [
    ...metricCells,
    displayText(sample.key),
    variant === undefined,
    variant && methodOf(result, statistics),
    variant && statistics.level,
    sample.samples,
    sample.sum,
    valueOf(sample, metric.type),
    variant?.interval && (variant.interval[0] + variant.interval[1]) / 2,
    variant?.interval?.[0],
    variant?.interval?.[1],
    variant?.chanceToWin,
    variant?.pValue,
    variant?.significant,
    verdict,
    early,
    displayText(sample.validationFailures.join(' ')),
    asOf,
  ];
  if (!result) {
    const verdict = error === undefined ? 'no result' : 'failed';
    const nothing: readonly CsvCell[] = Array.from({ length: columns.length - 10 });
    return [[...metricCells, ...nothing, verdict, early, displayText(error ?? ''), asOf]];
  }
  return [
    row(result.baseline, undefined, 'baseline'),
    ...result.variants.map((variant) =>
      row(variant, variant, verdictWords(judgeVariant(result, variant, metric).word)),
    ),
  ];
}
