import type { Family } from '../language/language';
import { type Block, blocksOf } from './blocks';
import { readOf } from './reads';
import type { Sdk } from './sdk';
import { stringLiteral } from './stringLiteral';

/** A check to write. */
export interface FlagCheck {
  readonly sdk: Sdk;
  readonly key: string;
  /** In the flag's order; empty for a flag that is on or off. */
  readonly variants: readonly string[];
  /** Who gets it sees what everybody without a branch does: it goes last. */
  readonly baseline: string | undefined;
  /** What stands for the key in this project: `FLAGS.nav`. */
  readonly constant?: string | undefined;
  /** How this project reads a flag: what stands before and behind the key. */
  readonly ownRead?: readonly [before: string, behind: string] | undefined;
}

/**
 * The code that asks which variant somebody gets, with a place to write for each, as a snippet of VS Code: one tab is
 * one level of indentation, whatever the document has.
 */
export function flagCheckSnippet(check: FlagCheck): string {
  const { sdk, key, variants, baseline, constant, ownRead } = check;
  const literal = (text: string): string => stringLiteral(text, familyOf(sdk), sdk === 'kotlin');
  const isBoolean = variants.length === 0;
  const written = constant ?? literal(key);
  const read = ownRead ? ownRead[0] + written + ownRead[1] : undefined;
  const others = variants.filter((variant) => variant !== baseline);
  const arms = isBoolean
    ? [{ value: undefined, name: 'on' }]
    : others.map((variant) => ({ value: literal(variant), name: variant }));
  const rest = isBoolean ? 'off' : (baseline ?? 'everybody else');
  return snippetText(blocksOf(sdk, readOf(sdk, written, isBoolean, read), arms, rest));
}

export function familyOf(sdk: Sdk): Family {
  switch (sdk) {
    case 'browser':
    case 'node':
    case 'react':
    case 'vue':
      return 'script';
    case 'java':
    case 'kotlin':
      return 'jvm';
    case 'csharp':
      return 'dotnet';
    default:
      return sdk;
  }
}

/** Lines and places to write at; what is not such a place is text, whatever is in it. */
function snippetText(blocks: readonly Block[]): string {
  let stop = 0;
  return blocks
    .map((block) => {
      const indent = '\t'.repeat(block.level);
      if (block.kind === 'line') return indent + escapeSnippet(block.text);
      stop++;
      const ending = escapeSnippet(block.ending ?? '');
      return `${indent}\${${stop}:${escapeSnippet(block.text)}}${ending}`;
    })
    .join('\n');
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}
