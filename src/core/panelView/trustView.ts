import { cutText } from '../../shared/cutText';
import { nameInText } from '../../shared/nameInText';
import { formatAgo, formatCount, formatPercent, formatPValue } from '../../shared/format';
import type { ChipView, TrustView } from '../../shared/panelTrust';
import { multipleHandling, severalPercent } from '../experiment/biasRisk';
import type { Concern, ConcernTopic, KnownExperiment } from '../experiment/concern';
import { countAll, type Counted, findCounted } from '../experiment/counted';
import { findProgress, isStale, progressText } from '../experiment/earlyRead';
import { daysLeftText, findDaysLeft } from '../experiment/exposureRate';
import { findConcerns } from '../experiment/health';
import { nextStep } from '../experiment/nextStep';
import { splitTestRule, testSampleRatio } from '../experiment/sampleRatio';
import { unitOf } from '../experiment/wording';
import type { Variant } from '../model/featureFlag';
import { flagChip } from './flagChip';

export interface TrustOptions {
  readonly nowMs: number;
  /** Why the exposures are not known: they are being counted, or could not be. */
  readonly whyUncounted: string;
  /** Places in this workspace that ask for the flag; undefined while it was not searched. */
  readonly codeReferences: number | undefined;
}

type Said = Omit<ChipView, 'id' | 'label' | 'nextStep'> & { readonly nextStep?: string };

/** Whether the results of an experiment can be trusted: six questions, each with its numbers and the next step. */
export function toTrustView(known: KnownExperiment, options: TrustOptions): TrustView {
  const concerns = findConcerns(known, options.nowMs);
  const counted = findCounted(known);
  const chip = (id: ChipView['id'], label: string, calm: Said): ChipView => {
    const concern = concerns.find(({ topic, severity }) => isTopic(topic, id) && severity !== 'info');
    const notes = concerns.filter(({ topic }) => isTopic(topic, id));
    if (!concern) return { id, label, nextStep: notes.map(stepOf).find(Boolean), ...withNotes(calm, notes) };
    return {
      id,
      label,
      state: 'warning',
      words: withoutLabel(concern, label),
      lines: [...notes.map(({ sentence }) => sentence), ...calm.lines],
      nextStep: stepOf(concern),
    };
  };
  return {
    chips: [
      chip('sample', 'Sample', sampleOf(known, counted, options)),
      chip('split', 'Split', splitOf(known, counted, options)),
      chip('bias', 'Bias', biasOf(known, counted, options)),
      chip('flag', 'Flag', flagChip(known.experiment)),
      chip('metrics', 'Metrics', metricsOf(known, options.nowMs)),
      chip('code', 'Code', codeOf(known, options.codeReferences)),
    ],
  };
}

/** Beside the label `Flag` the words `flag off` would say it twice. */
function withoutLabel({ code, words }: Concern, label: string): string {
  if (code === 'no_metric') return 'none';
  const start = `${label.toLowerCase()} `;
  return words.toLowerCase().startsWith(start) ? words.slice(start.length) : words;
}

function isTopic(topic: ConcernTopic, id: ChipView['id']): boolean {
  return topic === id;
}

function stepOf({ code }: Concern): string | undefined {
  return nextStep(code);
}

/** What a reader should know stands before the numbers. */
function withNotes(calm: Said, notes: readonly Concern[]): Said {
  return { ...calm, lines: [...notes.map(({ sentence }) => sentence), ...calm.lines] };
}

const notLaunched: Said = {
  state: 'waiting',
  words: 'not launched',
  lines: ['Nobody is counted before the launch.'],
};

function unknown(why: string): Said {
  return { state: 'waiting', words: 'not known', lines: [why] };
}

function sampleOf(
  { experiment, results }: KnownExperiment,
  counted: Counted | undefined,
  { nowMs, whyUncounted }: TrustOptions,
): Said {
  if (experiment.status === 'draft') return notLaunched;
  if (!counted) return unknown(whyUncounted);
  const total = countAll(counted.totals);
  const users = `${formatCount(total)} ${unitOf(experiment)}`;
  const asOfMs = counted.asOfMs ?? nowMs;
  const asOf = `Counted by PostHog ${formatAgo(nowMs - asOfMs)}.`;
  const progress = results && findProgress(results);
  if (progress) {
    const left = daysLeftText(findDaysLeft(experiment, progress, results.computedMs ?? nowMs));
    const isReached = progress.samples >= progress.target;
    return {
      state: isReached ? 'ok' : 'waiting',
      words: progressText(progress),
      lines: [
        `${formatCount(progress.samples)} of ${formatCount(progress.target)} planned ${unitOf(experiment)}${left && !isReached ? `, ${left}` : ''}.`,
        isReached ? 'The target says nothing of significance.' : 'Differences seen before often reverse.',
        asOf,
      ],
    };
  }
  if (total === 0) return { state: 'waiting', words: 'no exposures yet', lines: [asOf] };
  return {
    state: 'ok',
    words: users,
    lines: [`${users} were counted. No sample size is planned, so nothing says when it is enough.`, asOf],
    nextStep: 'See below how many it takes to find the effect you look for.',
  };
}

function splitOf(
  { experiment }: KnownExperiment,
  counted: Counted | undefined,
  { whyUncounted }: TrustOptions,
): Said {
  if (experiment.status === 'draft') return notLaunched;
  if (!counted) return unknown(whyUncounted);
  const { totals, exposures } = counted;
  const variants = experiment.variants.filter(({ key }) => totals.has(key));
  const ratio = testSampleRatio(variants, totals, experiment.excludedVariants);
  const lines = variants.map((variant) => shareLine(variant, totals));
  if (!ratio) {
    return {
      state: 'waiting',
      words: 'not tested yet',
      lines: [...lines, splitTestRule],
    };
  }
  const pValue = formatPValue(exposures?.splitPValue ?? ratio.pValue);
  return {
    state: 'ok',
    words: `matches rollout (p ${pValue})`,
    lines: ratio.isMismatch
      ? lines
      : [...lines, `A split like this is no surprise: p ${pValue}, a mismatch is below 0.001.`],
  };
}

function shareLine({ key, rolloutPercent }: Variant, totals: ReadonlyMap<string, number>): string {
  const count = totals.get(key) ?? 0;
  const share = (100 * count) / countAll(totals);
  const wanted = rolloutPercent === undefined ? '' : `, the flag gives ${rolloutPercent}%`;
  return `${nameInText(key)}: ${formatCount(count)} (${formatPercent(share, 1)}${wanted}).`;
}

function biasOf(
  { experiment, detail }: KnownExperiment,
  counted: Counted | undefined,
  { whyUncounted }: TrustOptions,
): Said {
  if (experiment.status === 'draft') return notLaunched;
  if (!counted?.exposures || !detail) {
    return unknown(counted ? 'Results do not tell who saw several variants.' : whyUncounted);
  }
  const { several } = counted.exposures;
  const total = countAll(counted.totals);
  const percent = formatPercent(severalPercent(total, several));
  const saw = several === 0 ? 'nobody saw several' : `${percent} saw several`;
  const unit = unitOf(experiment);
  const isLeftOut = multipleHandling(detail.exposureCriteria) === 'exclude';
  return {
    state: total + several === 0 ? 'waiting' : 'ok',
    words: total + several === 0 ? 'nobody yet' : saw,
    lines: [
      several === 0
        ? `Of ${formatCount(total)} ${unit} nobody saw several variants.`
        : `${formatCount(several)} ${unit} saw several variants, ${percent} of all.`,
      isLeftOut
        ? 'They are left out of all variants. With an uneven split that is a risk above 0.1%.'
        : 'They count by the first variant they saw.',
    ],
  };
}

function metricsOf({ experiment, detail, results }: KnownExperiment, nowMs: number): Said {
  if (!detail) return unknown('The metrics were not read yet.');
  const count = detail.primaryMetrics.length + detail.secondaryMetrics.length;
  const countText = `${count} ${count === 1 ? 'metric' : 'metrics'}`;
  if (experiment.status === 'draft') {
    return count === 0
      ? { state: 'waiting', words: 'none yet', lines: ['It can be launched once it has a metric.'] }
      : {
          state: 'ok',
          words: countText,
          lines: detail.primaryMetrics.map(({ name }) => `${nameInText(name)} (primary).`),
        };
  }
  if (count === 0) return { state: 'waiting', words: 'none', lines: [] };
  if (!results) return unknown('The results were not read yet.');
  const { outcomes, computedMs } = results;
  const failed = outcomes.filter(({ error }) => error !== undefined);
  const done = outcomes.filter(({ result }) => result !== undefined);
  const lines = [
    ...failed.map(({ metric, error }) => `${nameInText(metric.name)} failed: ${cutText(error ?? '', 300)}`),
    ...(computedMs === undefined
      ? ['PostHog has computed nothing yet.']
      : [`Computed by PostHog ${formatAgo(nowMs - computedMs)}.`]),
  ];
  const primary = outcomes.filter(({ role }) => role === 'primary');
  if (primary.length > 0 && primary.every((outcome) => failed.includes(outcome))) {
    const nextStepText = 'Read what PostHog says of each metric, and mend the metric there.';
    return { state: 'warning', words: 'primary failed', lines, nextStep: nextStepText };
  }
  const isOld = experiment.endMs === undefined && isStale(results, nowMs);
  return {
    state: done.length === outcomes.length && !isOld ? 'ok' : 'waiting',
    words: `${done.length} of ${outcomes.length} computed${isOld ? ', stale' : ''}`,
    lines,
  };
}

function codeOf({ experiment }: KnownExperiment, references: number | undefined): Said {
  if (references === undefined) {
    return {
      state: 'waiting',
      words: 'not searched',
      lines: ['This workspace was not searched for the flag yet.'],
    };
  }
  if (references > 0) {
    const places = `${formatCount(references)} ${references === 1 ? 'place' : 'places'}`;
    return { state: 'ok', words: places, lines: [`The flag is asked for in ${places} of this workspace.`] };
  }
  const isOver = experiment.status === 'stopped' || experiment.archived;
  return {
    state: isOver ? 'ok' : 'waiting',
    words: isOver ? 'no checks left' : 'not found here',
    lines: ['No place in this workspace asks for the flag. It may live in another repository.'],
  };
}
