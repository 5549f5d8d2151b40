import { formatCount } from '../../shared/format';
import { isHiddenEarly } from '../experiment/hiddenEarly';
import type { KnownExperiment } from '../experiment/concern';
import { isEarly, isStale } from '../experiment/earlyRead';
import { findProblem } from '../experiment/health';
import { inertText } from '../experiment/inertText';
import { metricValue } from '../experiment/metricValue';
import { judgeVariant } from '../experiment/verdict';
import { numbersText } from '../experiment/verdictSentence';
import { wordBefore } from '../experiment/verdictWords';
import { unitOf } from '../experiment/wording';
import type { Variant } from '../model/featureFlag';
import type { LatestResults } from '../model/latestResults';
import { findWinner } from './winner';

/** Code that runs for some outcomes of a flag: keys of variants, `true` for on; with `isNot` for all others. */
export interface BranchCondition {
  readonly outcomes: readonly (string | true)[];
  readonly isNot: boolean;
}

/** Who gets a branch. */
export interface Audience {
  /** Of the flag's variants. */
  readonly variants: readonly Variant[];
  /** It also runs where the flag is off or unknown. */
  readonly hasOff: boolean;
  /** Share of those who get any variant; undefined where PostHog did not say. */
  readonly percent: number | undefined;
}

/**
 * How a branch is doing: `unsettled` without any verdict yet, `blocked` where there is one that may not be read, `open`
 * without a significant one, `baseline` what the others are compared with.
 */
export type BranchState = 'unsettled' | 'blocked' | 'open' | 'won' | 'lost' | 'baseline';

export interface BranchText {
  /** `test · 50% · won +12.67% [4.50%, 20.85%] vs control`. Inert. */
  readonly text: string;
  readonly state: BranchState;
}

export function findAudience({ outcomes, isNot }: BranchCondition, all: readonly Variant[]): Audience {
  const named = all.filter(({ key }) => outcomes.includes(key) || outcomes.includes(true));
  const variants = isNot ? all.filter((variant) => !named.includes(variant)) : named;
  const shares = variants.map(({ rolloutPercent }) => rolloutPercent);
  const percent = shares.reduce<number | undefined>(
    (sum, share) => (sum === undefined || share === undefined ? undefined : sum + share),
    0,
  );
  return { variants, hasOff: isNot, percent };
}

/** Whom a branch is for: `test`, `a or b`, `flag off`, `every variant`. Untrusted text. */
export function audienceName({ variants, hasOff }: Audience, all: readonly Variant[]): string {
  if (variants.length === 0) return hasOff ? 'flag off' : 'no variant';
  if (variants.length === all.length && all.length > 1) return hasOff ? 'everyone' : 'every variant';
  return variants.map(({ key }) => key).join(' or ');
}

/** `test · 50%`, and what was measured in it: `9,987 users · 13.54% (early)`. Inert. */
export function branchLensText(
  known: KnownExperiment,
  condition: BranchCondition,
  hasResult: boolean,
  nowMs: number,
): string {
  const { experiment, results } = known;
  const audience = findAudience(condition, experiment.variants);
  const parts = shareParts(audience, experiment.variants);
  const problem = findProblem(known, nowMs);
  if (!hasResult || audience.variants.length !== 1 || !results) return inertText(parts.join(' · '));
  if (problem) return inertText([...parts, problem.words].join(' · '));
  if (isHiddenEarly(known, nowMs)) return inertText(parts.join(' · '));
  const sample = findSample(results, audience.variants[0]?.key);
  if (!sample) return inertText(parts.join(' · '));
  const count = `${formatCount(sample.samples)} ${unitOf(experiment)}`;
  const notes = [
    sample.isBaseline ? 'baseline' : '',
    isEarly(results, nowMs) ? 'early' : '',
    isStale(results, nowMs) ? 'old' : '',
  ].filter(Boolean);
  const value = notes.length === 0 ? sample.value : `${sample.value} (${notes.join(', ')})`;
  return inertText([...parts, count, value].join(' · '));
}

/**
 * What stands behind the end of a branch. Without a verdict, with one that may not be read, and with one it looks
 * different. Undefined where the flag is off: no variant runs there.
 */
export function branchHint(
  known: KnownExperiment,
  condition: BranchCondition,
  nowMs: number,
): BranchText | undefined {
  const { experiment, results } = known;
  const audience = findAudience(condition, experiment.variants);
  if (audience.variants.length === 0) return undefined;
  const share = shareParts(audience, experiment.variants).join(' · ');
  const say = (state: BranchState, words: string): BranchText => ({
    state,
    text: inertText([share, words].filter(Boolean).join(' · ')),
  });
  const winner = findWinner(known);
  if (winner !== undefined) {
    return audience.variants.some(({ key }) => key === winner) ? say('won', 'stays') : say('lost', 'ended');
  }
  const problem = findProblem(known, nowMs);
  if (problem) return say('blocked', `⚠ ${problem.words}`);
  if (experiment.startMs === undefined || !results) return say('unsettled', '');
  if (isHiddenEarly(known, nowMs)) return say('unsettled', 'result hidden');
  const [only, ...others] = audience.variants;
  const outcome = results.outcomes.find(({ role }) => role === 'primary');
  const result = outcome?.result;
  if (!only || others.length > 0 || !result) return say('unsettled', '');
  if (result.baseline.key === only.key) return say('baseline', 'baseline');
  const variant = result.variants.find(({ key }) => key === only.key);
  if (!variant) return say('unsettled', 'not measured');
  const { word, missing, borderline } = judgeVariant(result, variant, outcome.metric);
  if (missing) return say('unsettled', missing.short);
  const notes = [
    borderline ? 'borderline' : '',
    isEarly(results, nowMs) ? 'early' : '',
    isStale(results, nowMs) ? 'old' : '',
  ].filter(Boolean);
  const numbers = numbersText(result, variant, outcome.metric, results.experiment.statistics);
  const said = `${wordBefore(word)} ${numbers}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
  // An early finding is none yet.
  const isFound = (word === 'won' || word === 'lost') && !isEarly(results, nowMs);
  return say(isFound ? word : 'open', isFound ? `${word === 'won' ? '▲' : '▼'} ${said}` : said);
}

/** Whether the code of a branch will not run for anybody any more: another variant stayed. */
export function isLostBranch(known: KnownExperiment, condition: BranchCondition): boolean {
  const winner = findWinner(known);
  const { variants } = findAudience(condition, known.experiment.variants);
  // What runs while the flag is off runs again once it is.
  return winner !== undefined && variants.length > 0 && variants.every(({ key }) => key !== winner);
}

function shareParts(audience: Audience, all: readonly Variant[]): readonly string[] {
  const { percent, variants } = audience;
  const share = variants.length === 0 || percent === undefined ? '' : `${percent}%`;
  return [audienceName(audience, all), share].filter(Boolean);
}

/** What the first primary metric measured in a variant. */
function findSample(results: LatestResults, key: string | undefined) {
  const outcome = results.outcomes.find(({ role }) => role === 'primary');
  const result = outcome?.result;
  const sample = result && [result.baseline, ...result.variants].find((each) => each.key === key);
  if (!outcome || !sample) return undefined;
  const { samples } = sample;
  const value = metricValue(sample, outcome.metric.type);
  return { samples, value, isBaseline: result.baseline.key === key };
}
