import { kinds, type Tokens } from '../token/tokens';
import { ScratchColumn } from './scratch';

/** As many lists as let each of them hold few words. */
const lists = 1 << 12;
const scratch = new ScratchColumn();

/** Where each word of a text stands. */
export class WordPlaces {
  /** The last token of each list, and before each token the one before it; a list holds words by a part of their hash. */
  readonly #last = new Int32Array(lists).fill(-1);
  readonly #before: Int32Array;

  constructor(private readonly tokens: Tokens) {
    const { count, kind, hash } = tokens;
    this.#before = scratch.take(count);
    for (let token = 0; token < count; token++) {
      if (kind[token] !== kinds.word) continue;
      const list = listOf(hash[token] ?? 0);
      this.#before[token] = this.#last[list] ?? -1;
      this.#last[list] = token;
    }
  }

  /** Visits the tokens of the words with this hash, see `hashOf`. */
  each(hash: number, visit: (token: number) => void): void {
    for (let token = this.#last[listOf(hash)] ?? -1; token >= 0; token = this.#before[token] ?? -1)
      if (this.tokens.hash[token] === hash) visit(token);
  }
}

function listOf(hash: number): number {
  return Math.imul(hash, 0x9e37_79b1) >>> 20;
}
