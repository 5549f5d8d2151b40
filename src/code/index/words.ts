/** Slots of the table that tells words apart: more than most files have words, and few enough to stay near; a power of two. */
const tableSize = 1 << 12;
const table = new Int32Array(tableSize);
const stamps = new Uint32Array(tableSize);
let stamp = 0;
/** The words of the text that is looked at. */
let found = new Int32Array(tableSize);
let count = 0;
/** By code: letters, digits, `_`, `$`. */
const isOfWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w$]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const dash = 0x2d;
const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** A word as a number. Two words may share one: then a file is read that need not be. */
export function hashWord(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash;
}

/**
 * The different words of a text, hashed: identifiers, and names with dashes as markup has them. Takes a few nanoseconds
 * a character: it decides which files are worth more.
 */
export function wordsOf(text: string): Int32Array {
  stamp++;
  count = 0;
  const { length } = text;
  /** The name so far whose last dash was just passed; 0 outside of one. */
  let dashed = 0;
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at);
    if (code < 128 && isOfWord[code] === 0) {
      if (dashed !== 0) note(dashed);
      dashed = 0;
      continue;
    }
    const start = at;
    let hash = seed;
    do {
      hash = Math.imul(hash ^ code, prime);
      code = ++at < length ? text.charCodeAt(at) : 0;
    } while (code > 127 || isOfWord[code] === 1);
    if (at - start > 1) note(hash);
    if (dashed !== 0) {
      for (let part = start; part < at; part++) dashed = Math.imul(dashed ^ text.charCodeAt(part), prime);
    }
    if (code === dash) dashed = Math.imul((dashed === 0 ? hash : dashed) ^ dash, prime);
    else {
      if (dashed !== 0) note(dashed);
      dashed = 0;
    }
  }
  if (dashed !== 0) note(dashed);
  return found.slice(0, count);
}

/** Hashes of words, with a look that tells of most others in a moment that they are none. */
export class WordSet {
  readonly #hashes = new Set<number>();
  readonly #filter = new Uint8Array(1 << 16);

  get size(): number {
    return this.#hashes.size;
  }

  get hashes(): Iterable<number> {
    return this.#hashes;
  }

  add(hash: number): void {
    this.#hashes.add(hash);
    this.#filter[hash & 0xffff] = 1;
  }

  has(hash: number): boolean {
    return this.#filter[hash & 0xffff] === 1 && this.#hashes.has(hash);
  }

  hasAny(words: Int32Array): boolean {
    for (let at = 0; at < words.length; at++) if (this.has(words[at] ?? 0)) return true;
    return false;
  }

  clear(): void {
    this.#hashes.clear();
    this.#filter.fill(0);
  }
}

/** More arguments than that a call may not have. */
const bytesAtOnce = 8_192;

/** Words as text of characters up to 255, to be kept. */
export function packWords(words: Int32Array): string {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  let packed = '';
  for (let at = 0; at < bytes.length; at += bytesAtOnce)
    packed += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce));
  return packed;
}

/** @param packed by {@link packWords} */
export function unpackWords(packed: string): Int32Array {
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = packed.charCodeAt(at);
  return new Int32Array(bytes.buffer);
}

function note(hash: number): void {
  let slot = hash & (tableSize - 1);
  // A file of very many words gets some twice: the table must not fill up.
  for (let tries = 0; tries < 8; tries++) {
    if (stamps[slot] !== stamp) {
      stamps[slot] = stamp;
      table[slot] = hash;
      break;
    }
    if (table[slot] === hash) return;
    slot = (slot + 1) & (tableSize - 1);
  }
  if (count === found.length) {
    const more = new Int32Array(count * 2);
    more.set(found);
    found = more;
  }
  found[count++] = hash;
}
