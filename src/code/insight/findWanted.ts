import { findDecisions } from '../branch/findBranches';
import { Source } from '../branch/source';
import type { Reference } from '../reference';
import { kinds, type Tokens } from '../token/tokens';
import { findPayloadKey } from './findPayloadKey';

/** What can be written at a place of the text. [start, end) is what it takes the place of. UTF-16 offsets. */
export type Wanted = WantedKind & { readonly start: number; readonly end: number };

type WantedKind =
  | { readonly is: 'key' }
  /** A variant of the flag with this key. */
  | { readonly is: 'variant'; readonly key: string }
  /** A field of the payload of the flag with this key. */
  | { readonly is: 'field'; readonly key: string };

export interface ReadText {
  readonly tokens: Tokens;
  readonly references: readonly Reference[];
}

export interface TypedText {
  /** Of the text as it is. */
  readonly tokens: Tokens;
  readonly language: string;
  /** The cursor. */
  readonly offset: number;
  /** Reads the document as if it had this text. */
  readonly read: (text: string) => ReadText;
}

/** Nobody's key, variant or field: what the finder makes of it tells what is wanted here. */
const stand = 'experiment-lens-here';
const standingName = 'experimentLensHere';
const keyPart = /[\w.:/$@-]*/y;
const keyBefore = /['"`]([\w.:/$@-]*)$/;
const nameBefore = /(?:\.|->)([\w$]*)$/;
const nameBehind = /[\w$]*/y;

/**
 * Finds out what is wanted at the cursor by having the finder read the text with something in its place. Undefined
 * wherever no key, variant or field belongs. Nothing is read where the cursor is neither in a string nor behind a dot.
 */
export function findWanted(typed: TypedText): Wanted | undefined {
  const string = findString(typed);
  if (string) return readString(typed, string);
  const name = findName(typed);
  return name && readMember(typed, name);
}

interface Hole {
  readonly start: number;
  readonly end: number;
  /** The text with something in place of what is typed. */
  readonly filled: readonly string[];
}

/** The string around the cursor, closed or not. */
function findString({ tokens, language, offset }: TypedText): Hole | undefined {
  const { text } = tokens;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  // Whatever is a string has a quote before the cursor on its line.
  if (!/['"`]/.test(before)) return undefined;
  const source = new Source(tokens, language);
  const token = source.tokenAt(offset - 1);
  if (token === undefined) return undefined;
  const [start = 0, end = 0] = [tokens.from[token], tokens.to[token]];
  if (
    source.kindOf(token) === kinds.text &&
    start <= offset &&
    offset <= end &&
    !text.slice(start, end).includes('\n')
  )
    return { start, end, filled: [fill(text, start, end, stand)] };
  const typed = keyBefore.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const quoteAt = offset - typed.length - 1;
  const quote = source.tokenAt(quoteAt);
  // A quote that nothing closes is punctuation.
  if (quote === undefined || source.kindOf(quote) !== kinds.other) return undefined;
  const behind = endOf(keyPart, text, offset);
  const closed = `${stand}${text[quoteAt] ?? ''}`;
  return {
    start: quoteAt + 1,
    end: behind,
    filled: [fill(text, quoteAt + 1, behind, closed), fill(text, quoteAt + 1, behind, `${closed})`)],
  };
}

function readString(typed: TypedText, { start, end, filled }: Hole): Wanted | undefined {
  for (const text of filled) {
    const { tokens, references } = typed.read(text);
    const here = references.find((each) => each.key === stand && each.start === start);
    if (here && here.kind !== 'use') return { is: 'key', start, end };
    if (references.length === 0) continue;
    const { comparisons } = findDecisions(tokens, typed.language, references);
    const compared = comparisons.find((each) => each.text === stand && each.start === start);
    if (compared) return { is: 'variant', key: compared.key, start, end };
    const key = findPayloadKey(new Source(tokens, typed.language), references, start);
    if (key !== undefined) return { is: 'field', key, start, end };
  }
  return undefined;
}

/** The name behind a dot at the cursor. */
function findName({ tokens: { text }, offset }: TypedText): { start: number; end: number } | undefined {
  const typed = nameBefore.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[1];
  if (typed === undefined || !/payload/i.test(text)) return undefined;
  return { start: offset - typed.length, end: endOf(nameBehind, text, offset) };
}

function readMember(
  { tokens, language, read }: TypedText,
  { start, end }: { readonly start: number; readonly end: number },
): Wanted | undefined {
  const filled = read(fill(tokens.text, start, end, standingName));
  const key = findPayloadKey(new Source(filled.tokens, language), filled.references, start);
  return key === undefined ? undefined : { is: 'field', key, start, end };
}

function fill(text: string, start: number, end: number, by: string): string {
  return `${text.slice(0, start)}${by}${text.slice(end)}`;
}

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  pattern.test(text);
  return Math.max(from, pattern.lastIndex);
}
