import { nameInText } from '../../shared/nameInText';
import { formatPValue } from '../../shared/format';
import type { ExposedVariantView, ExposureCheckView, ExposuresView } from '../../shared/panelExposures';
import type { PostHogError } from '../api/errors';
import { multipleHandling, severalPercent } from '../experiment/biasRisk';
import type { KnownExperiment } from '../experiment/concern';
import { countAll, type Counted, findCounted } from '../experiment/counted';
import { exposureChecks } from '../experiment/exposureChecks';
import { splitTestRule, testSampleRatio } from '../experiment/sampleRatio';
import { unitOf } from '../experiment/wording';
import type { ExposureReading } from '../model/exposures';
import type { Resource } from '../store/resource';
import type { ViewOptions } from './experimentView';

/**
 * Who was exposed: from PostHog's count of exposures, else from the newest results. Undefined for what was never
 * launched.
 */
export function toExposuresView(
  known: KnownExperiment,
  resource: Resource<ExposureReading> | undefined,
  options: Pick<ViewOptions, 'nowMs' | 'describeError' | 'codeReferences'>,
): ExposuresView | undefined {
  const { experiment, detail } = known;
  if (experiment.startMs === undefined) return undefined;
  const counted = findCounted(known);
  const total = counted ? countAll(counted.totals) : 0;
  const several = counted?.exposures?.several;
  const unit = unitOf(experiment);
  const isLeftOut = multipleHandling(detail?.exposureCriteria) === 'exclude';
  return {
    unit,
    reading: readingOf(resource),
    trouble: resource?.state === 'failed' ? troubleText(resource.error, options.describeError) : undefined,
    variants: counted ? variantsOf(known, counted, total) : [],
    total,
    several: several === undefined ? undefined : { count: several, percent: severalPercent(total, several) },
    handlingText: isLeftOut
      ? `Who saw several variants is left out of all of them.`
      : `Who saw several variants counts by the first one.`,
    splitText: counted ? splitText(known, counted) : '',
    days: counted?.exposures?.series[0]?.days.map(({ day }) => day) ?? [],
    sourceText: sourceText(known, counted),
    computedMs: counted?.asOfMs,
    checks: counted && total === 0 ? checksOf(known, options) : [],
  };
}

function readingOf(resource: Resource<ExposureReading> | undefined): ExposuresView['reading'] {
  switch (resource?.state) {
    case 'loading':
      return 'underWay';
    case 'failed':
      return 'failed';
    case 'ready':
      return 'read';
    case 'idle':
    case undefined:
      return 'notAsked';
  }
}

function troubleText(error: PostHogError, describeError: (error: PostHogError) => string): string {
  // The server's sentence names the scope only sometimes.
  return error.kind === 'forbidden'
    ? `Counting exposures takes an API key with the scope query:read. ${describeError(error)}`
    : describeError(error);
}

/** Those of the flag in its order, then what else was counted. */
function variantsOf(
  known: KnownExperiment,
  { totals, exposures }: Counted,
  total: number,
): readonly ExposedVariantView[] {
  const { variants, excludedVariants } = known.experiment;
  const baseline = baselineKey(known);
  const inFlag = new Map(variants.map((variant) => [variant.key, variant]));
  const shown = (key: string) => !excludedVariants.includes(key);
  const whole = variants
    .filter(({ key }) => shown(key))
    .reduce((sum, { rolloutPercent = 0 }) => sum + rolloutPercent, 0);
  return [...new Set([...inFlag.keys(), ...totals.keys()])].map((key) => {
    const count = totals.get(key) ?? 0;
    const rollout = inFlag.get(key)?.rolloutPercent;
    const days = exposures?.series.find(({ variantKey }) => variantKey === key)?.days ?? [];
    return {
      key,
      isBaseline: key === baseline,
      count,
      sharePercent: total === 0 ? undefined : (100 * count) / total,
      expectedPercent:
        rollout === undefined || !shown(key) || whole === 0 ? undefined : (100 * rollout) / whole,
      note: !inFlag.has(key) ? 'not in the flag' : shown(key) ? undefined : 'left out of the analysis',
      counts: days.map((day) => day.count),
    };
  });
}

/** The one that the results compare with; before there are any, the one that they will. */
function baselineKey({ detail, results }: KnownExperiment): string {
  const measured = results?.outcomes.find(({ result }) => result !== undefined)?.result;
  return measured?.baseline.key ?? detail?.statistics.baselineVariantKey ?? 'control';
}

function splitText({ experiment }: KnownExperiment, { totals, exposures }: Counted): string {
  const variants = experiment.variants.filter(({ key }) => totals.has(key));
  const ratio = testSampleRatio(variants, totals, experiment.excludedVariants);
  if (!ratio) return splitTestRule;
  const pValue = formatPValue(exposures?.splitPValue ?? ratio.pValue);
  if (!ratio.isMismatch) return `The split matches that of the flag (p ${pValue}).`;
  return ratio.isLowSample
    ? `The split does not match that of the flag (p ${pValue}), with few exposures so far.`
    : `The split does not match that of the flag (p ${pValue}).`;
}

function sourceText({ detail }: KnownExperiment, counted: Counted | undefined): string {
  if (!counted) return '';
  if (!counted.exposures) return 'From the newest results: only who counts for the first metric.';
  const event = detail?.resolvedExposureEvent;
  const custom = exposureEvent(detail?.exposureCriteria);
  const from = custom ?? event;
  const by = from === undefined ? '' : ` by the event ${nameInText(from)}`;
  return `Counted by PostHog${by}, and kept for up to a day.`;
}

function exposureEvent(criteria: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const config = criteria?.['exposure_config'];
  if (typeof config !== 'object' || config === null || !('event' in config)) return undefined;
  return typeof config.event === 'string' ? nameInText(config.event) : undefined;
}

function checksOf(
  known: KnownExperiment,
  { nowMs, codeReferences }: Pick<ViewOptions, 'nowMs' | 'codeReferences'>,
): readonly ExposureCheckView[] {
  const event = exposureEvent(known.detail?.exposureCriteria);
  return exposureChecks(known, event, codeReferences, nowMs);
}
