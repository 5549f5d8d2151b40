/** Slots of the table that tells words apart: more than a file has words, a power of two. */
const tableSize = 1 << 15;
const table = new Int32Array(tableSize);
const stamps = new Uint32Array(tableSize);
let stamp = 0;
/** By code: letters, digits, `_`, `$`. */
const isOfWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w$]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** A word as a number. Two words may share one: then a file is read that need not be. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/**
 * The different words of a text, hashed: identifiers, and names with dashes as markup has them. Takes a few nanoseconds
 * a character: it decides which files are worth more.
 */
export function wordsOf(text: string): Int32Array {
  stamp++;
  const words: number[] = [];
  const length = text.length;
  let hash = 0;
  let dashed = 0;
  let size = 0;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : 0;
    if (code > 127 || isOfWord[code] === 1) {
      if (size++ === 0) hash = 0x811c9dc5;
      hash = Math.imul(hash ^ code, 0x01000193);
      if (dashed !== 0) dashed = Math.imul(dashed ^ code, 0x01000193);
      continue;
    }
    if (size > 1) note(words, hash | 0);
    if (code === 45 && size > 0) dashed = Math.imul((dashed === 0 ? hash : dashed) ^ 45, 0x01000193);
    else {
      if (dashed !== 0) note(words, dashed | 0);
      dashed = 0;
    }
    size = 0;
  }
  return Int32Array.from(words);
}

export function hasAny(words: Int32Array, wanted: ReadonlySet<number>): boolean {
  for (const word of words) if (wanted.has(word)) return true;
  return false;
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

function note(words: number[], hash: number): void {
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
  words.push(hash);
}
