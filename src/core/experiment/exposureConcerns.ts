import { formatCount, formatPValue, formatValue } from '../../shared/format';
import { nameInText } from '../../shared/nameInText';
import type { Concern, KnownExperiment } from './concern';
import { countAll, type Counted, findCounted } from './counted';
import { findSampleConcerns, reportedExposures } from './sampleConcerns';
import { type SampleRatio, testSampleRatio } from './sampleRatio';

const dayMs = 24 * 3_600_000;
/** PostHog asks for as many in a variant before it computes anything: others with none by then stand out. */
const enough = 50;

/** What those counted say of how they came to be there. PostHog's own findings stand before those made here. */
export function findExposureConcerns(known: KnownExperiment, nowMs: number): readonly Concern[] {
  const counted = findCounted(known);
  if (!counted || known.experiment.status === 'draft') return [];
  const reported = reportedExposures(counted.exposures?.findings ?? []);
  const ofSplit = findSplitConcern(known, counted, nowMs);
  // PostHog calls it a mismatch of the split, which says less.
  const isOneArmed = ofSplit?.code === 'one_armed';
  const isToldAlready = reported.some(({ topic }) => topic === ofSplit?.topic) && !isOneArmed;
  return [
    ...(ofSplit && !isToldAlready ? [ofSplit] : []),
    ...reported,
    ...findSampleConcerns(known, counted),
  ];
}

/** At most one: that nobody was counted, or nobody in a variant, or others than the shares of the flag would give. */
function findSplitConcern(
  { experiment }: KnownExperiment,
  { totals: exposures, asOfMs, exposures: whole }: Counted,
  nowMs: number,
): Concern | undefined {
  const isJudged = whole?.findings !== undefined;
  const counts = [...exposures.values()];
  if (countAll(exposures) === 0) {
    const ageMs = (asOfMs ?? nowMs) - (experiment.startMs ?? nowMs);
    // Who saw several variants was exposed all the same.
    const isOld = ageMs >= dayMs && (whole?.several ?? 0) === 0;
    return experiment.status !== 'stopped' && isOld && !isJudged ? noExposures(ageMs) : undefined;
  }
  // PostHog fills in zeros: a variant that is missing was made after the results, or is not analysed.
  const variants = experiment.variants.filter(({ key }) => exposures.has(key));
  const { excludedVariants } = experiment;
  const served = variants.filter(
    ({ key, rolloutPercent = 0 }) => rolloutPercent > 0 && !excludedVariants.includes(key),
  );
  const empty = served.map(({ key }) => key).filter((key) => (exposures.get(key) ?? 0) === 0);
  if (empty.length > 0 && Math.max(...counts) >= enough) return oneArmed(empty.map(nameInText).join(', '));
  const ratio = testSampleRatio(variants, exposures, excludedVariants);
  return ratio?.isMismatch && !isJudged ? splitMismatch(ratio, exposures) : undefined;
}

function noExposures(ageMs: number): Concern {
  const days = Math.floor(ageMs / dayMs);
  return {
    code: 'zero_exposures',
    topic: 'sample',
    severity: 'warning',
    words: '0 exposures',
    sentence: `Nobody was counted in the ${days === 1 ? 'day' : `${days} days`} since the launch. Is the flag asked for in code that runs?`,
  };
}

function oneArmed(keys: string): Concern {
  return {
    code: 'one_armed',
    topic: 'split',
    severity: 'warning',
    words: `nobody in ${keys}`,
    sentence: `Nobody was counted in ${keys}, while other variants have many.`,
  };
}

function splitMismatch(
  { expected, pValue, isLowSample }: SampleRatio,
  exposures: ReadonlyMap<string, number>,
): Concern {
  const counted = [...expected.keys()].map((key) => ({ key, count: exposures.get(key) ?? 0 }));
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const shares = counted.map(({ count }) => formatValue((100 * count) / total, 1)).join('/');
  const wanted = counted.map(
    ({ key, count }) =>
      `${nameInText(key)} ${formatCount(count)} instead of ${formatCount(expected.get(key) ?? 0)}`,
  );
  return {
    code: isLowSample ? 'srm_low_sample' : 'srm',
    topic: 'split',
    severity: 'warning',
    words: `split mismatch ${shares}`,
    sentence: `The split does not match the flag (p ${formatPValue(pValue)}): ${wanted.join(', ')}.`,
  };
}
