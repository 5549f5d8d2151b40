import { cutText } from '../../shared/cutText';
import { formatAgo, formatCount } from '../../shared/format';
import { levelText } from '../experiment/computedText';
import type { KnownExperiment } from '../experiment/concern';
import { conclusionSentence } from '../experiment/conclusionSentence';
import { findProgress, isEarly, progressText } from '../experiment/earlyRead';
import { countSamples } from '../experiment/exposures';
import { findConcerns } from '../experiment/health';
import { hiddenText, isHiddenEarly } from '../experiment/hiddenEarly';
import { metricValue, valueChange } from '../experiment/metricValue';
import { primaryStandings, primaryText } from '../experiment/primarySummary';
import { judgeMetric } from '../experiment/verdict';
import { verdictSentence } from '../experiment/verdictSentence';
import { statusWithAge, unitOf } from '../experiment/wording';
import type { LatestResults } from '../model/latestResults';
import { audienceName, type BranchCondition, findAudience } from './branchText';
import type { KnownFlag } from './knownFlag';

/** Where a link of a hover leads. */
export type HoverLink =
  | 'openExperiment'
  | 'openInPostHog'
  | 'exportResults'
  | 'createExperiment'
  | 'selectProject';

export interface HoverText {
  readonly title: string;
  /** With the title and the links at most eight. Untrusted text. */
  readonly lines: readonly string[];
  readonly links: readonly HoverLink[];
  /** What the links are about. */
  readonly experimentId: number | undefined;
}

/** With the title and the line of links eight. */
const maxLines = 6;

export interface HoverOptions {
  /** What runs by the place that is pointed at. */
  readonly branches: readonly BranchCondition[];
  readonly projectName: string;
  readonly hasWebPage: boolean;
  /** Why something could not be read, a sentence. */
  readonly trouble: string | undefined;
  readonly nowMs: number;
}

/**
 * What there is to say of a flag in at most eight lines: status, what is wrong, verdict with its numbers, what the code
 * at this place serves, progress and age. Undefined where nothing is known.
 */
export function hoverText(flag: KnownFlag, options: HoverOptions): HoverText | undefined {
  const { shown, exists, key } = flag;
  if (!shown) {
    if (exists === 'unknown') return undefined;
    const title =
      exists === 'yes'
        ? `Flag ${key} — no experiment is on it`
        : `Flag ${key} — ${options.projectName} has no such flag`;
    return { title, lines: [], links: ['createExperiment'], experimentId: undefined };
  }
  const { experiment } = shown;
  const lines = linesOf(shown, flag, options).filter(Boolean);
  const links: HoverLink[] = ['openExperiment'];
  if (options.hasWebPage) links.push('openInPostHog');
  if (shown.results && !isHiddenEarly(shown, options.nowMs)) links.push('exportResults');
  return {
    title: `${experiment.name} — ${statusWithAge(experiment, options.nowMs)}`,
    lines: lines.slice(0, maxLines),
    links,
    experimentId: experiment.id,
  };
}

function linesOf(
  known: KnownExperiment,
  { experiments }: KnownFlag,
  { branches, trouble, nowMs }: HoverOptions,
): readonly string[] {
  const { experiment, results } = known;
  const [concern] = findConcerns(known, nowMs);
  const isOver = experiment.status === 'stopped' || experiment.archived;
  return [
    concern ? (concern.severity === 'info' ? concern.sentence : `⚠ ${concern.sentence}`) : '',
    isOver ? conclusionSentence(experiment, results) : '',
    ...resultLines(known, nowMs),
    branchLine(known, branches, nowMs),
    trouble ?? '',
    results ? sampleLine(results, unitOf(experiment), nowMs) : '',
    othersLine(experiments.slice(1).map(({ name }) => name)),
  ];
}

function resultLines(known: KnownExperiment, nowMs: number): readonly string[] {
  const { results } = known;
  if (!results) return [];
  if (isHiddenEarly(known, nowMs)) {
    const text = hiddenText(known);
    return [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`];
  }
  const outcome = results.outcomes.find(({ role }) => role === 'primary');
  if (!outcome?.result) {
    return outcome?.error === undefined
      ? []
      : [`${outcome.metric.name} failed: ${cutText(outcome.error, 200)}`];
  }
  const { metric, result } = outcome;
  const { statistics } = results.experiment;
  const [shown] = judgeMetric(result, metric);
  const variant = result.variants.find(({ key }) => key === shown?.variantKey);
  if (!variant) return [];
  const method = `${statistics.method === 'bayesian' ? 'Bayesian' : 'Frequentist'} ${levelText(statistics)}`;
  return [
    verdictSentence(result, variant, metric, statistics),
    [valueChange(result.baseline, variant, metric.type), method, primaryText(primaryStandings(results))]
      .filter(Boolean)
      .join(' · '),
  ];
}

/** `This code: test 50%, 9,987 users, 13.54%`; of a reference what each of its branches serves. */
function branchLine(known: KnownExperiment, branches: readonly BranchCondition[], nowMs: number): string {
  const { experiment } = known;
  const said = branches.map((branch) => {
    const audience = findAudience(branch, experiment.variants);
    const name = audienceName(audience, experiment.variants);
    const { percent, variants } = audience;
    const share = percent === undefined || variants.length === 0 ? name : `${name} ${percent}%`;
    const [only, ...others] = variants;
    if (branches.length > 1 || !only || others.length > 0) return share;
    return [share, ...measured(known, only.key, nowMs)].join(', ');
  });
  if (said.length === 0) return '';
  return `${said.length === 1 ? 'This code serves' : 'The code here serves'} ${[...new Set(said)].join(' · ')}`;
}

/** How many got a variant, and what was measured in them. */
function measured(known: KnownExperiment, variantKey: string, nowMs: number): readonly string[] {
  const { experiment, results } = known;
  const outcome = results?.outcomes.find(({ role }) => role === 'primary');
  const { result } = outcome ?? {};
  const sample = result && [result.baseline, ...result.variants].find(({ key }) => key === variantKey);
  if (!outcome || !sample || isHiddenEarly(known, nowMs)) return [];
  const count = `${formatCount(sample.samples)} ${unitOf(experiment)}`;
  return [count, `${outcome.metric.name} ${metricValue(sample, outcome.metric.type)}`];
}

/** `Early read: 5,001 users, 50% of sample, as of 2 h ago`. */
function sampleLine(results: LatestResults, unit: string, nowMs: number): string {
  const samples = countSamples(results);
  const parts = [
    samples === undefined ? '' : `${formatCount(samples)} ${unit}`,
    progressText(findProgress(results)),
    results.computedMs === undefined ? '' : `as of ${formatAgo(nowMs - results.computedMs)}`,
  ].filter(Boolean);
  if (parts.length === 0) return '';
  return `${isEarly(results, nowMs) ? 'Early read: ' : ''}${parts.join(', ')}`;
}

function othersLine([first, ...rest]: readonly string[]): string {
  if (first === undefined) return '';
  return `Also on this flag: ${cutText(first, 80)}${rest.length === 0 ? '' : ` · +${rest.length} more`}`;
}
