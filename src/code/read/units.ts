import { hashOf, kinds, type Tokens } from '../token/tokens';
import { ScratchColumn } from './scratch';

/** Words before braces that hold members or names, not statements. */
const beforeObject = hashes('return default import export type yield await in of typeof const let var case');
/** Words that a line begins with when its statement began in a line before. */
const continuing = hashes('as satisfies else in of instanceof extends implements from catch finally while');
/** Words that a line ends with when its statement goes on in the next. */
const unfinished = hashes(
  'const let var export default async await return import new function class typeof extends else case public private static readonly',
);
const semicolon = 59;
const brace = 123;
const scratch = new ScratchColumn();

/**
 * The statements of a script, each without those in the blocks it opens. What is not told apart for sure stays together,
 * so that a unit holds at least a statement.
 */
export class Units {
  /** The unit of each token. */
  readonly of: Int32Array;
  /** The first token of each unit. */
  readonly first: number[] = [];
  /** The unit whose block holds this one, -1 at the top. */
  readonly owner: number[] = [];
  /** Whether the token opens a block of statements. */
  readonly isBlock: Uint8Array;
  constructor(private readonly tokens: Tokens) {
    const { count, kind, parent, match, hash, column } = tokens;
    const of = scratch.take(count);
    const isBlock = new Uint8Array(count);
    [this.of, this.isBlock] = [of, isBlock];
    /** The last unit in each block, by the token that opens it: of those that are not `block`, whose last is `unit`. */
    const last = new Map<number, number>();
    let block = -1;
    let unit = -1;
    for (let token = 0; token < count; token++) {
      const open = parent[token] ?? -1;
      if (open !== block && open >= 0 && isBlock[open] === 0) of[token] = of[open] ?? 0;
      else if (kind[token] === kinds.close && (match[token] ?? -1) >= 0)
        of[token] = of[match[token] ?? 0] ?? 0;
      else {
        if (open !== block) {
          last.set(block, unit);
          block = open;
          unit = last.get(block) ?? -1;
        }
        // Most tokens are in the middle of a line.
        const mayBegin = (column[token] ?? -1) >= 0 || hash[token - 1] === semicolon;
        if (unit < 0 || (mayBegin && this.#begins(token))) {
          unit = this.first.push(token) - 1;
          this.owner.push(open < 0 ? -1 : (of[open] ?? -1));
        }
        of[token] = unit;
      }
      if (hash[token] === brace && kind[token] === kinds.open && this.#opensBlock(token)) isBlock[token] = 1;
    }
  }

  /** The token behind this one in the same unit or further on, blocks being passed over. */
  behind(token: number): number {
    const match = this.isBlock[token] === 1 ? (this.tokens.match[token] ?? -1) : -1;
    return match > token ? match : token + 1;
  }

  #begins(token: number): boolean {
    const { kind, hash, column } = this.tokens;
    const before = token - 1;
    if (kind[before] === kinds.other && hash[before] === semicolon) return true;
    if ((column[token] ?? -1) < 0) return false;
    if (kind[before] === kinds.other || (kind[before] === kinds.word && unfinished.has(hash[before] ?? 0)))
      return false;
    if (kind[token] === kinds.word) return !continuing.has(hash[token] ?? 0);
    return kind[token] !== kinds.other && kind[token] !== kinds.open;
  }

  #opensBlock(token: number): boolean {
    const { kind, hash } = this.tokens;
    const before = token - 1;
    switch (kind[before]) {
      case kinds.word:
        return !beforeObject.has(hash[before] ?? 0);
      case kinds.other:
        // `=> {` and `: Promise<void> {`.
        return hash[before] === 62 || hash[before] === semicolon;
      case kinds.open:
        return hash[before] === brace && this.isBlock[before] === 1;
      default:
        return true;
    }
  }
}

export function hashes(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(hashOf));
}
