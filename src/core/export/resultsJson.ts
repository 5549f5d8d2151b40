import type { KnownExperiment } from '../experiment/concern';
import { findProgress, isEarly, isStale } from '../experiment/earlyRead';
import { experimentSentence } from '../experiment/experimentSentence';
import { findConcerns } from '../experiment/health';
import { valueOf } from '../experiment/metricValue';
import { judgeVariant } from '../experiment/verdict';
import { unitOf } from '../experiment/wording';
import type { LatestResults, MetricOutcome } from '../model/latestResults';
import type { MetricResult, VariantSample } from '../model/metricResult';

/**
 * All that is known, for programs: names and numbers as PostHog sent them, times as ISO 8601, and beside them what this
 * program makes of them. Characters that nobody sees, and that can rearrange what is seen, are written as escapes.
 */
export function resultsJson(results: LatestResults, known: KnownExperiment, nowMs: number): string {
  const { experiment } = known;
  const document = {
    experiment: {
      id: experiment.id,
      name: experiment.name,
      status: experiment.archived ? 'archived' : experiment.status,
      flagKey: experiment.flagKey,
      startedAt: isoTime(experiment.startMs),
      endedAt: isoTime(experiment.endMs),
      conclusion: experiment.conclusion,
      conclusionComment: experiment.conclusionComment,
    },
    asOf: isoTime(results.computedMs),
    exportedAt: isoTime(nowMs),
    summary: experimentSentence(known, nowMs),
    health: findConcerns(known, nowMs).map(({ code, severity, sentence }) => ({ code, severity, sentence })),
    early: isEarly(results, nowMs),
    stale: isStale(results, nowMs),
    sample: findProgress(results),
    unit: unitOf(experiment),
    statistics: results.experiment.statistics,
    metrics: results.outcomes.map(metricJson),
  };
  return `${JSON.stringify(document, undefined, 2).replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, escapeCharacter)}\n`;
}

function metricJson({ metric, role, result, error, computedMs }: MetricOutcome): unknown {
  const { uuid, name, type, goal } = metric;
  return {
    uuid,
    name,
    role,
    type,
    goal,
    error,
    asOf: isoTime(computedMs),
    variants: result && variantsJson(result, metric),
  };
}

function variantsJson(result: MetricResult, metric: MetricOutcome['metric']): readonly unknown[] {
  const sample = (each: VariantSample) => ({ ...each, value: finite(valueOf(each, metric.type)) });
  return [
    { ...sample(result.baseline), isBaseline: true },
    ...result.variants.map((variant) => {
      const { word, change, borderline, missing } = judgeVariant(result, variant, metric);
      const reason = missing?.sentence;
      return { ...sample(variant), isBaseline: false, change, verdict: word, borderline, reason };
    }),
  ];
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function isoTime(timeMs: number | undefined): string | undefined {
  return timeMs === undefined ? undefined : new Date(timeMs).toISOString();
}

function escapeCharacter(character: string): string {
  return Array.from(
    { length: character.length },
    (_, place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`,
  ).join('');
}
