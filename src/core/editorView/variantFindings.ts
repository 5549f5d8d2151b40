import type { Variant } from '../model/featureFlag';
import type { CodeOfFlags } from './codeOfFlags';
import type { Finding } from './finding';
import type { FlagProject } from './flagProject';
import type { KnownFlag } from './knownFlag';
import { findNearest } from './nearest';
import { shortName } from './shortName';

/** Functions that say yes or no, in the SDKs of all languages. */
const yesOrNoRead =
  /(?:^|[.:>])(?:is_?feature_?(?:flag_?)?enabled(?:async)?|(?:feature|feature_flag)_enabled\??|useFeatureFlagEnabled|is_?enabled|enabled\?)$/i;

/** Where code and flag speak of different variants, or code takes all of them for one. */
export function variantFindings(code: CodeOfFlags, project: FlagProject): readonly Finding[] {
  if (code.isTest) return [];
  return [...notServed(code, project), ...notHandled(code, project), ...booleanReads(code, project)];
}

function notServed({ comparisons }: CodeOfFlags, project: FlagProject): readonly Finding[] {
  return comparisons.flatMap(({ key, text, start, end }): readonly Finding[] => {
    const flag = project.find(key);
    const names = flag.variants.map((variant) => variant.key);
    // Half typed, a holdout's own variant, or nothing known of the flag.
    if (!isJudged(flag) || text === '' || names.includes(text) || text.startsWith('holdout')) return [];
    const meant = findNearest(text, names);
    const serves = `Flag "${shortName(key)}" serves ${listed(names)}`;
    const message = `${serves}, not "${shortName(text)}".${meant[0] === undefined ? '' : ` Did you mean "${shortName(meant[0])}"?`}`;
    return [{ code: 'variant-not-served', start, end, message, key, meant, experimentId: idOf(flag) }];
  });
}

function notHandled({ choices }: CodeOfFlags, project: FlagProject): readonly Finding[] {
  return choices.flatMap(({ key, names, hasRest, start, end }): readonly Finding[] => {
    const flag = project.find(key);
    if (hasRest || !isJudged(flag)) return [];
    const missing = withoutBaseline(flag.variants)
      .filter((variant) => variant.rolloutPercent !== 0 && !names.includes(variant.key))
      .map((variant) => variant.key);
    if (missing.length === 0) return [];
    const message = `Nothing here is for ${listed(missing)} of flag "${shortName(key)}".`;
    return [{ code: 'variant-not-handled', start, end, message, key, meant: [], experimentId: idOf(flag) }];
  });
}

function booleanReads(
  { mentions, comparisons, yesOrNo }: CodeOfFlags,
  project: FlagProject,
): readonly Finding[] {
  // Who tells variants apart elsewhere asks here whether there is any.
  const compared = new Set(comparisons.map(({ key }) => key));
  const direct = new Set(yesOrNo);
  return mentions.flatMap(({ key, kind, call, start, end }): readonly Finding[] => {
    const isRead = kind === 'call' || kind === 'wrapper' || kind === 'use';
    if (key === undefined || call === undefined || !isRead || compared.has(key)) return [];
    if (!yesOrNoRead.test(call) && !direct.has(start)) return [];
    const flag = project.find(key);
    const served = flag.variants.filter((variant) => variant.rolloutPercent !== 0);
    if (!isJudged(flag) || served.length < 2) return [];
    const message = `Flag "${shortName(key)}" serves ${listed(served.map((variant) => variant.key))}: this is true for each of them. Compare the variant instead.`;
    return [{ code: 'boolean-read', start, end, message, key, meant: [], experimentId: idOf(flag) }];
  });
}

/** A flag that nobody experiments with any more has its own finding. */
function isJudged({ shown, flag, variants }: KnownFlag): boolean {
  if (!shown || variants.length === 0 || flag?.deleted) return false;
  return !shown.experiment.archived && shown.experiment.status !== 'stopped';
}

/** Code for the baseline is most often what was there before. */
function withoutBaseline(variants: readonly Variant[]): readonly Variant[] {
  const baseline = variants.find(({ key }) => key === 'control') ?? variants[0];
  return variants.filter((variant) => variant !== baseline);
}

function idOf({ shown }: KnownFlag): number | undefined {
  return shown?.experiment.id;
}

/** `"a"`, `"a" and "b"`, `"a", "b" and 3 more` */
function listed(names: readonly string[]): string {
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const quoted = shown.map((name) => `"${shortName(name)}"`);
  if (names.length > shown.length) return `${quoted.join(', ')} and ${names.length - shown.length} more`;
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
