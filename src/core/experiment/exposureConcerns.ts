import { formatCount, formatPValue } from '../../shared/format';
import type { Concern, KnownExperiment } from './concern';
import { findExposures } from './exposures';
import { type SampleRatio, testSampleRatio } from './sampleRatio';

const dayMs = 24 * 3_600_000;
/** PostHog asks for as many in a variant before it computes anything: others with none by then stand out. */
const enough = 50;

/** At most one: what the users counted by the results say of how they came to be there. */
export function findExposureConcerns(
  { experiment, results }: KnownExperiment,
  nowMs: number,
): readonly Concern[] {
  const exposures = results && findExposures(results);
  if (!exposures || experiment.status === 'draft') return [];
  const counts = [...exposures.values()];
  if (counts.every((count) => count === 0)) {
    const ageMs = (results.computedMs ?? nowMs) - (experiment.startMs ?? nowMs);
    return experiment.status !== 'stopped' && ageMs >= dayMs ? [noExposures(ageMs)] : [];
  }
  // PostHog fills in zeros: a variant that is missing was made after the results, or is not analysed.
  const variants = experiment.variants.filter(({ key }) => exposures.has(key));
  const { excludedVariants } = experiment;
  const served = variants.filter(
    ({ key, rolloutPercent = 0 }) => rolloutPercent > 0 && !excludedVariants.includes(key),
  );
  const empty = served.map(({ key }) => key).filter((key) => (exposures.get(key) ?? 0) === 0);
  if (empty.length > 0 && Math.max(...counts) >= enough) return [oneArmed(empty.join(', '))];
  const ratio = testSampleRatio(variants, exposures, excludedVariants);
  return ratio?.isMismatch ? [splitMismatch(ratio, exposures)] : [];
}

function noExposures(ageMs: number): Concern {
  const days = Math.floor(ageMs / dayMs);
  return {
    severity: 'warning',
    words: '0 exposures',
    sentence: `Nobody was counted in the ${days === 1 ? 'day' : `${days} days`} since the launch. Is the flag asked for in code that runs?`,
  };
}

function oneArmed(keys: string): Concern {
  return {
    severity: 'warning',
    words: `nobody in ${keys}`,
    sentence: `Nobody was counted in ${keys}, while other variants have many.`,
  };
}

function splitMismatch({ expected, pValue }: SampleRatio, exposures: ReadonlyMap<string, number>): Concern {
  const counted = [...expected.keys()].map((key) => ({ key, count: exposures.get(key) ?? 0 }));
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const shares = counted.map(({ count }) => ((100 * count) / total).toFixed(1)).join('/');
  const wanted = counted.map(
    ({ key, count }) => `${key} ${formatCount(count)} instead of ${formatCount(expected.get(key) ?? 0)}`,
  );
  return {
    severity: 'warning',
    words: `split mismatch ${shares}`,
    sentence: `The split does not match the flag (p ${formatPValue(pValue)}): ${wanted.join(', ')}.`,
  };
}
