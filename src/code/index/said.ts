import type { FileFacts } from '../facts';
import { hashWord } from './words';

interface Content {
  readonly facts: FileFacts;
  readonly lineStarts: Uint32Array;
}

/** As JSON; most lines are short. */
interface Kept {
  readonly facts: FileFacts;
  readonly lineLengths: readonly number[];
}

/** What a file says. As a text, as it was kept, until somebody needs it: most of it nobody ever does. */
export class Said {
  #content: Content | undefined;
  #text: string | undefined;
  #digest: string | undefined;

  private constructor(content: Content | undefined, text?: string, digest?: string) {
    this.#content = content;
    this.#text = text;
    this.#digest = digest;
  }

  static of(facts: FileFacts, lineStarts: Uint32Array): Said {
    return new Said({ facts, lineStarts });
  }

  /** @param text of {@link toKeep}, with its digest */
  static kept(text: string, digest: string): Said {
    return new Said(undefined, text, digest);
  }

  get facts(): FileFacts {
    return this.#read().facts;
  }

  get lineStarts(): Uint32Array {
    return this.#read().lineStarts;
  }

  /** The same for two files that say the same in the same places. */
  get digest(): string {
    return (this.#digest ??= digestOf(this.toKeep()));
  }

  /** As text, to be kept. */
  toKeep(): string {
    if (this.#text !== undefined) return this.#text;
    const { facts, lineStarts } = this.#read();
    const lineLengths = Array.from(lineStarts, (start, at) => start - (lineStarts[at - 1] ?? 0));
    const text = JSON.stringify({ facts, lineLengths } satisfies Kept);
    this.#digest ??= digestOf(text);
    return text;
  }

  #read(): Content {
    if (this.#content) return this.#content;
    const { facts, lineLengths } = JSON.parse(this.#text ?? '') as Kept;
    let start = 0;
    this.#content = { facts, lineStarts: Uint32Array.from(lineLengths, (length) => (start += length)) };
    this.#text = undefined;
    return this.#content;
  }
}

function digestOf(text: string): string {
  return `${text.length} ${hashWord(text)}`;
}
