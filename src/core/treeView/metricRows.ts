import { formatCount } from '../../shared/format';
import type { ExperimentDetail } from '../model/experiment';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import type { Metric } from '../model/metric';
import type { MetricResult, VariantResult } from '../model/metricResult';
import { childRow, type ChildRow } from './childRow';
import type { KnownExperiment } from '../experiment/concern';
import { isHiddenEarly } from '../experiment/hiddenEarly';
import { findProblem } from '../experiment/health';
import { recalculateObstacle } from '../experiment/lifecycle';
import { metricValue } from '../experiment/metricValue';
import { describeOutcome, withoutTriangle } from '../experiment/outcomeText';
import { seriesObstacle } from '../experiment/seriesObstacle';
import { unitOf } from '../experiment/wording';
import { judgeVariant } from '../experiment/verdict';
import { wordBefore } from '../experiment/verdictWords';
import { numbersText, verdictSentence } from '../experiment/verdictSentence';

interface MetricContext {
  readonly isTrusted: boolean;
  /** Whether anything of the experiment can be computed anew by this person. */
  readonly isRecalculable: boolean;
  readonly nowMs: number;
}

interface Place {
  readonly role: MetricOutcome['role'];
  readonly index: number;
}

/** One row for each metric, primary ones first, and below it its variants where there is a result. */
export function metricRows(
  detail: ExperimentDetail,
  known: KnownExperiment,
  nowMs: number,
): readonly ChildRow[] {
  const isTrusted = findProblem(known, nowMs) === undefined;
  const isRecalculable = recalculateObstacle(detail) === undefined;
  const shown = isHiddenEarly(known, nowMs) ? { ...known, results: undefined } : known;
  const rows = (role: Place['role'], metrics: readonly Metric[]) =>
    metrics.map((metric, index) =>
      metricRow(metric, { role, index }, shown, { isTrusted, isRecalculable, nowMs }),
    );
  return [...rows('primary', detail.primaryMetrics), ...rows('secondary', detail.secondaryMetrics)];
}

function metricRow(
  metric: Metric,
  { role, index }: Place,
  { results }: KnownExperiment,
  { isTrusted, isRecalculable, nowMs }: MetricContext,
): ChildRow {
  const outcome = results?.outcomes.find(
    (each) => each.role === role && metric.uuid !== undefined && each.metric.uuid === metric.uuid,
  );
  const said = results && outcome && describeOutcome(outcome, results, nowMs);
  const id = `${role}/${index}`;
  const about = metric.type === 'legacy' ? `${role}, legacy metric` : role;
  const others = said?.otherVariants ?? 0;
  const more = others === 0 ? '' : `+${others} ${others === 1 ? 'variant' : 'variants'}`;
  return {
    ...childRow(id, role === 'primary' ? 'target' : 'graph-line', metric.name, ''),
    description: [said && (isTrusted ? said.text : withoutTriangle(said.text)), more, about]
      .filter(Boolean)
      .join(' · '),
    tone: outcome?.error !== undefined && !outcome.result ? 'warning' : isTrusted ? said?.finding : undefined,
    spoken: ['metric', metric.name, said?.spoken, more.replace('+', 'and '), about]
      .filter(Boolean)
      .join(', '),
    tooltip: outcome?.error,
    recalculableMetric: isRecalculable && seriesObstacle(metric) === undefined ? metric.uuid : undefined,
    ...(results && outcome?.result && { children: variantRows(id, metric, outcome.result, results) }),
  };
}

/** The baseline and each other variant, in PostHog's order, with what was measured in it. */
function variantRows(
  id: string,
  metric: Metric,
  result: MetricResult,
  { experiment }: LatestResults,
): readonly ChildRow[] {
  const { baseline, variants } = result;
  const { statistics } = experiment;
  const measured = (sample: MetricResult['baseline']) =>
    `${metricValue(sample, metric.type)}, ${formatCount(sample.samples)} ${unitOf(experiment)}`;
  const row = (variant: VariantResult): ChildRow => {
    const { word, missing } = judgeVariant(result, variant, metric);
    const said =
      missing?.sentence ?? `${wordBefore(word)} ${numbersText(result, variant, metric, statistics)}`;
    const sentence = verdictSentence(result, variant, metric, statistics);
    return {
      ...childRow(`${id}/${variant.key}`, 'circle-small-filled', variant.key, ''),
      description: `${said} · ${measured(variant)}`,
      tooltip: sentence,
      spoken: `${sentence}, ${measured(variant)}`,
    };
  };
  return [
    childRow(
      `${id}/${baseline.key}`,
      'circle-small-filled',
      baseline.key,
      `baseline · ${measured(baseline)}`,
    ),
    ...variants.map(row),
  ];
}
