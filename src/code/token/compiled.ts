import { classTable } from './characters';
import type { Lexicon, StringForm } from './lexicon';
import { hashOf } from './tokens';

/** A lexicon made ready for reading: tables by character. */
export interface Compiled {
  readonly lexicon: Lexicon;
  readonly classes: Uint8Array;
  /** Strings by the character they begin with, the longest opening first. */
  readonly strings: readonly (readonly StringForm[] | undefined)[];
  readonly comments: readonly (readonly Comment[] | undefined)[];
  readonly wordEnds: string;
  /** Hashes of words after which an operand comes. */
  readonly operators: ReadonlySet<number>;
}

interface Comment {
  readonly open: string;
  readonly close: string | undefined;
  readonly nests: boolean;
}

const ready = new WeakMap<Lexicon, Compiled>();

/** The tables of a lexicon, made once. */
export function compile(lexicon: Lexicon): Compiled {
  const known = ready.get(lexicon);
  if (known) return known;
  const strings: StringForm[][] = [];
  for (const form of lexicon.strings) {
    for (const code of firstCodes(form.open)) (strings[code] ??= []).push(form);
  }
  for (const forms of strings) forms?.sort((a, b) => openLength(b) - openLength(a));
  const comments: Comment[][] = [];
  for (const open of lexicon.lineComments) {
    (comments[open.charCodeAt(0)] ??= []).push({ open, close: undefined, nests: false });
  }
  for (const { open, close, nests } of lexicon.blockComments) {
    (comments[open.charCodeAt(0)] ??= []).push({ open, close, nests: nests === true });
  }
  for (const list of comments) list?.sort((a, b) => b.open.length - a.open.length);
  const specials = new Set(
    [...strings.keys(), ...comments.keys()].filter((code) => strings[code] ?? comments[code]),
  );
  if (lexicon.hasSlashPatterns) specials.add(47);
  if (lexicon.hasJsx) specials.add(60);
  if (lexicon.end !== undefined) specials.add(lexicon.end.charCodeAt(0));
  const compiled: Compiled = {
    lexicon,
    classes: classTable(lexicon.wordCharacters ?? '', specials),
    strings: Array.from({ length: 128 }, (_, code) => strings[code]),
    comments: Array.from({ length: 128 }, (_, code) => comments[code]),
    wordEnds: lexicon.wordEnds ?? '',
    operators: new Set((lexicon.operators ?? []).map(hashOf)),
  };
  ready.set(lexicon, compiled);
  return compiled;
}

/** An expression begins with one fixed character, or with one of a class: `/[rR]#*"/`. */
function firstCodes(open: string | RegExp): number[] {
  if (typeof open === 'string') return [open.charCodeAt(0)];
  const set = /^\[([^\]]+)\]/.exec(open.source)?.[1];
  const plain = open.source.replace(/^\\/, '').charAt(0);
  return Array.from(set ?? plain, (char) => char.charCodeAt(0));
}

function openLength({ open }: StringForm): number {
  return typeof open === 'string' ? open.length : 100;
}
