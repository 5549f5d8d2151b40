import { findAttention } from '../experiment/attention';
import { inertText } from '../experiment/inertText';
import { attentionSentence, conclusionWord, statusWithAge } from '../experiment/wording';
import type { Experiment } from '../model/experiment';
import { shortName } from './shortName';
import type { CodeOfFlags, FlagMention } from './codeOfFlags';
import type { Finding } from './finding';
import type { FlagProject } from './flagProject';
import type { KnownFlag } from './knownFlag';
import { findNearest } from './nearest';

/** What gives no variant: values for tests, events, early access. */
const noRead = /override|bootstrap|capture|update/i;

/** What the project says of each flag that is named: that there is none, that its experiment is over, off, not begun. */
export function readFindings(code: CodeOfFlags, project: FlagProject): readonly Finding[] {
  const { mentions } = code;
  const unknown = code.isTest ? [] : unknownKeys(mentions, project);
  return [...unknown, ...mentions.flatMap((mention) => stateOf(mention, project) ?? [])];
}

/** Only where all flags are known. A constant is judged where it is read, or where its text looks like a slip. */
function unknownKeys(mentions: readonly FlagMention[], project: FlagProject): readonly Finding[] {
  const slips = new Set<string>();
  const found: Finding[] = [];
  for (const { key, kind, start, end } of mentions) {
    if (key === undefined || kind === 'use' || project.find(key).exists !== 'no') continue;
    const meant = findNearest(key, project.keys());
    if (kind === 'definition' && meant.length === 0) continue;
    if (kind === 'definition') slips.add(key);
    found.push(unknownKey(key, { start, end }, meant, project));
  }
  for (const { key, kind, start, end } of mentions) {
    if (key === undefined || kind !== 'use' || slips.has(key) || project.find(key).exists !== 'no') continue;
    found.push(unknownKey(key, { start, end }, [], project));
  }
  return found;
}

function unknownKey(
  key: string,
  place: { readonly start: number; readonly end: number },
  meant: readonly string[],
  project: FlagProject,
): Finding {
  const [first] = meant;
  const hint = first === undefined ? '' : ` Did you mean "${inertText(first)}"?`;
  const message = `${shortName(project.name)} has no flag "${shortName(key)}".${hint}`;
  return { code: 'unknown-key', ...place, message, key, meant, experimentId: undefined };
}

function stateOf(mention: FlagMention, project: FlagProject): Finding | undefined {
  const { key, kind, start, end, call } = mention;
  if (key === undefined || kind === 'definition' || (call !== undefined && noRead.test(call)))
    return undefined;
  const flag = project.find(key);
  const { deletedName } = flag;
  if (deletedName !== undefined) {
    const message = `${shortName(deletedName)}: The experiment was deleted. This flag check can likely go.`;
    return { code: 'experiment-ended', start, end, message, key, meant: [], experimentId: undefined };
  }
  const experiment = flag.shown?.experiment;
  const said = experiment && describe(flag, experiment, project.nowMs);
  if (!experiment || !said) return undefined;
  const message = `${shortName(experiment.name)}: ${said.sentence}`;
  return { code: said.code, start, end, message, key, meant: [], experimentId: experiment.id };
}

function describe(
  { flag }: KnownFlag,
  experiment: Experiment,
  nowMs: number,
): { readonly code: Finding['code']; readonly sentence: string } | undefined {
  const attention = findAttention(experiment);
  const sentence = attention && attentionSentence(attention);
  if (flag?.deleted || attention === 'flagMissing')
    return {
      code: 'flag-deleted',
      sentence: 'The feature flag of this experiment was deleted: nobody gets a variant.',
    };
  if (experiment.archived)
    return { code: 'experiment-ended', sentence: 'Archived experiment: this flag check can likely go.' };
  const status = inertText(statusWithAge(experiment, nowMs));
  switch (experiment.status) {
    case 'stopped': {
      const how = `${status} · ${inertText(conclusionWord(experiment.conclusion))}.`;
      return { code: 'experiment-ended', sentence: `${how} ${sentence ?? 'This flag check can likely go.'}` };
    }
    case 'draft':
      return { code: 'draft-read', sentence: sentence ?? draftSentence(flag?.active) };
    case 'running':
    case 'exposure_frozen':
      return attention && sentence !== undefined ? { code: 'flag-off', sentence } : undefined;
    case 'paused':
    case 'other':
      return undefined;
  }
}

function draftSentence(isOn: boolean | undefined): string {
  return isOn
    ? 'The experiment is a draft: what this read gives is not counted.'
    : 'The experiment is a draft and its flag is off: until it is launched this gives no variant.';
}
