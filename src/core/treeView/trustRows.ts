import { formatAgo, formatCount } from '../../shared/format';
import { childRow, type ChildRow } from './childRow';
import type { Concern, KnownExperiment } from '../experiment/concern';
import { findProgress, progressText } from '../experiment/earlyRead';
import { countSamples, findExposures } from '../experiment/exposures';
import { findConcerns } from '../experiment/health';
import { testSampleRatio } from '../experiment/sampleRatio';
import { unitOf } from '../experiment/wording';

/** What deserves a look, each with its sentence. */
export function concernRows(known: KnownExperiment, nowMs: number): readonly ChildRow[] {
  return findConcerns(known, nowMs).map((concern, index) => concernRow(concern, index));
}

function concernRow({ severity, words, sentence }: Concern, index: number): ChildRow {
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    ...childRow(`concern/${index}`, severity === 'info' ? 'info' : 'warning', label, sentence),
    tone: severity === 'info' ? undefined : 'warning',
    tooltip: sentence,
    spoken: `${severity === 'info' ? 'note' : 'warning'}: ${label}. ${sentence}`,
  };
}

/** Who was counted: `20,008 users · control 10,021, test 9,987 · split as planned · as of 2 h ago`. */
export function exposureRow(known: KnownExperiment, nowMs: number): ChildRow | undefined {
  const { experiment, results } = known;
  const samples = results && countSamples(results);
  if (!results || samples === undefined) return undefined;
  const exposures = findExposures(results);
  const split =
    exposures && testSampleRatio(experiment.variants, exposures, experiment.excludedVariants)?.isMismatch;
  const description = [
    exposures && [...exposures].map(([key, count]) => `${key} ${formatCount(count)}`).join(', '),
    split === false ? 'split as planned' : '',
    progressText(findProgress(results)),
    results.computedMs === undefined ? '' : `as of ${formatAgo(nowMs - results.computedMs)}`,
  ];
  return childRow(
    'exposures',
    unitOf(experiment) === 'groups' ? 'organization' : 'person',
    `${formatCount(samples)} ${unitOf(experiment)}`,
    description.filter(Boolean).join(' · '),
  );
}
