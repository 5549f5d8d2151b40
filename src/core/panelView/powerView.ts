import { nameInText } from '../../shared/nameInText';
import type { PowerView } from '../../shared/panelPower';
import { assumedVariance, detectablePercent, type SampleBasis } from '../../shared/sampleSize';
import { allMetrics } from '../experiment/allMetrics';
import type { KnownExperiment } from '../experiment/concern';
import { countAll, findCounted } from '../experiment/counted';
import { findProgress, progressText, type SampleProgress } from '../experiment/earlyRead';
import { countSamples } from '../experiment/exposures';
import { daysLeftText, exposuresPerDay, findDaysLeft } from '../experiment/exposureRate';
import { metricValue } from '../experiment/metricValue';
import { baselineValue, baselineVariance, planType } from '../experiment/planBasis';
import { unitOf } from '../experiment/wording';
import type { Experiment } from '../model/experiment';

/** PostHog's own default, which a project may change. */
const defaultEffectPercent = 30;
/** What PostHog's form for drafts begins with. */
const defaultBaseline = 5;
const defaultPerDay = 100;

type Planning = Pick<PowerView, 'metricName' | 'basis' | 'baselineText' | 'missing'>;

/** How far an experiment is on the way to enough data, and what it takes to plan with. */
export function toPowerView(known: KnownExperiment, nowMs: number): PowerView {
  const { experiment, results } = known;
  const { minimumDetectableEffect: effect, recommendedSampleSize: target } = experiment.runningTime;
  const counted = findCounted(known);
  const asOfMs = results?.computedMs ?? counted?.asOfMs ?? nowMs;
  const samples = (results && countSamples(results)) ?? (counted && countAll(counted.totals));
  const progress = progressOf(known, samples);
  const planning = planningOf(known);
  const phase = phaseOf(experiment);
  return {
    unit: unitOf(experiment),
    phase,
    ...planning,
    effectPercent: effect !== undefined && effect > 0 ? effect : defaultEffectPercent,
    isEffectPlanned: effect !== undefined && effect > 0,
    samples: phase === 'draft' ? undefined : samples,
    target: target !== undefined && target > 0 ? target : undefined,
    progressText: phase === 'draft' ? '' : progressText(progress),
    daysLeftText: progress ? daysLeftText(findDaysLeft(experiment, progress, asOfMs)) : '',
    perDay: samples === undefined ? undefined : exposuresPerDay(experiment, samples, asOfMs),
    detectablePercent: planning.basis && samples ? detectablePercent(planning.basis, samples) : undefined,
    manual: phase === 'draft' ? manualOf(known) : undefined,
  };
}

function phaseOf({ status, startMs }: Experiment): PowerView['phase'] {
  if (status === 'draft' || startMs === undefined) return 'draft';
  return status === 'stopped' ? 'over' : 'running';
}

/** As every other surface has it, and where there are no results by the exposures. */
function progressOf(
  { experiment, results }: KnownExperiment,
  samples: number | undefined,
): SampleProgress | undefined {
  const found = results && findProgress(results);
  const target = experiment.runningTime.recommendedSampleSize;
  if (found || samples === undefined || target === undefined || !(target > 0)) return found;
  return { samples, target };
}

/** PostHog plans with the first primary metric alone. */
function planningOf({ experiment, detail, results }: KnownExperiment): Planning {
  const metric = detail?.primaryMetrics[0];
  const name = metric && nameInText(metric.name);
  const without = (missing: string): Planning => ({
    metricName: name,
    basis: undefined,
    baselineText: undefined,
    missing,
  });
  if (!detail) return without('The metrics were not read yet.');
  if (!metric) {
    return without(
      allMetrics(detail).length === 0
        ? 'There is no metric to plan with.'
        : 'There is no primary metric: a plan takes the first of those.',
    );
  }
  const type = planType(metric);
  if (!type) return without(`PostHog cannot plan with a metric of the type ${metric.type}.`);
  const result = results?.outcomes.find(
    (outcome) => outcome.role === 'primary' && outcome.metric.uuid === metric.uuid,
  )?.result;
  if (!result) return without('Baseline and variance are not known before the first results.');
  const baseline = baselineValue(type, result.baseline);
  if (baseline === undefined || baseline === 0) {
    return without(`The baseline of ${name} is zero so far: no relative change can be planned.`);
  }
  const variance = baselineVariance(type, baseline, result.baseline);
  if (variance === undefined || !(variance > 0)) {
    return without(`The variance of ${name} is not known: the results do not tell it.`);
  }
  const basis: SampleBasis = { baseline, variance, variants: countVariants(experiment) };
  const baselineText = `${nameInText(result.baseline.key)} ${metricValue(result.baseline, metric.type)}`;
  return { metricName: name, basis, baselineText, missing: undefined };
}

function manualOf({ experiment, detail }: KnownExperiment): PowerView['manual'] {
  const { manual } = experiment.runningTime;
  const metric = detail?.primaryMetrics[0];
  const type = manual?.type ?? (metric && planType(metric)) ?? 'funnel';
  return {
    // The variance of a quotient takes data.
    type: assumedVariance(type, 0.5) === undefined ? 'funnel' : type,
    baseline: manual?.baseline ?? defaultBaseline,
    perDay: manual?.exposuresPerDay ?? defaultPerDay,
    variants: countVariants(experiment),
  };
}

function countVariants({ variants, excludedVariants }: Experiment): number {
  return Math.max(2, variants.filter(({ key }) => !excludedVariants.includes(key)).length);
}
