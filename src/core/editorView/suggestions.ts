import { statusWord, statusWithAge } from '../experiment/wording';
import type { FeatureFlag } from '../model/featureFlag';
import { tooltipLines } from '../treeView/tooltipLines';
import type { FlagProject } from './flagProject';
import type { KnownFlag } from './knownFlag';
import { shortName } from './shortName';

/** Something that can be written at the cursor. Server text of `detail` is inert, that of `text` and `lines` is not. */
export interface Suggestion {
  /** What is written. */
  readonly text: string;
  /** A few words behind it. */
  readonly detail: string;
  /** What there is to say of it, line by line; of a field, what it holds. */
  readonly lines: readonly string[];
  /** Better no longer used. */
  readonly isOver: boolean;
}

/** Keys of flags, those of experiments first: running, paused, drafts, ended; then the flags without one. */
export function suggestKeys({ find, keys, nowMs }: FlagProject): readonly Suggestion[] {
  return keys()
    .map(find)
    .toSorted((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1))
    .map((flag): Suggestion => {
      const experiment = flag.shown?.experiment;
      const more = flag.experiments.length > 1 ? ` · +${flag.experiments.length - 1} more` : '';
      return {
        text: flag.key,
        detail: experiment
          ? `${shortName(statusWithAge(experiment, nowMs))} · ${shortName(experiment.name)}${more}`
          : '',
        lines: flag.shown
          ? [...tooltipLines(flag.shown, nowMs, undefined), variantLine(flag)]
          : ['No experiment is on this flag.'],
        isOver: isOver(flag),
      };
    });
}

function isOver({ shown, flag }: KnownFlag): boolean {
  return (
    shown !== undefined &&
    (shown.experiment.archived || statusWord(shown.experiment) === 'Ended' || flag?.deleted === true)
  );
}

function rank(flag: KnownFlag): number {
  const experiment = flag.shown?.experiment;
  if (!experiment) return 4;
  if (isOver(flag)) return 5;
  if (experiment.status === 'draft') return 2;
  return experiment.status === 'paused' ? 1 : experiment.status === 'other' ? 3 : 0;
}

function variantLine({ variants }: KnownFlag): string {
  return variants.length === 0 ? '' : `Variants: ${variants.map(({ key }) => key).join(', ')}`;
}

/** Variants of a flag, in its own order. */
export function suggestVariants({ variants, shown, flag }: KnownFlag): readonly Suggestion[] {
  const baseline = variants.find(({ key }) => key === 'control') ?? variants[0];
  return variants.map((variant): Suggestion => {
    const share = variant.rolloutPercent === undefined ? '' : `${variant.rolloutPercent}%`;
    const parts = [share, variant === baseline ? 'baseline' : '', shortName(variant.name ?? '')];
    const payload = flag?.payloads?.[variant.key];
    return {
      text: variant.key,
      detail: parts.filter(Boolean).join(' · '),
      lines: [
        shown ? `Variant of ${shown.experiment.name}` : '',
        payload === undefined ? '' : `Payload: ${payload.slice(0, maxShown)}`,
      ].filter(Boolean),
      isOver: false,
    };
  });
}

const maxShown = 200;
/** A payload that is longer is data, not settings. */
const maxParsed = 100_000;

/** Names in the payloads of a flag, as far as they are objects of JSON, with what each variant has there. */
export function suggestFields(flag: FeatureFlag | undefined): readonly Suggestion[] {
  const fields = new Map<string, string[]>();
  for (const [variant, payload] of Object.entries(flag?.payloads ?? {})) {
    for (const [name, value] of Object.entries(parseObject(payload) ?? {})) {
      const line = `${variant}: ${JSON.stringify(value).slice(0, maxShown)}`;
      fields.set(name, [...(fields.get(name) ?? []), line]);
    }
  }
  return [...fields].map(([text, lines]) => ({
    text,
    detail: 'payload',
    lines,
    isOver: false,
  }));
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > maxParsed) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
