import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is sealed has characters up to 255 alone, one a byte, which costs no decoding. */
const encoding = 'latin1';
const enoughCharacters = 1_000_000;
/** Quick; it is there against accidents. */
const algorithm = 'sha1';
const sealBytes = 20;

/**
 * Replaces a file as a whole, so that who is ended in the middle leaves the old one, with a seal at its end that tells
 * whether all of it is there.
 * @param form what the pieces can be read by, a line
 * @throws when the disk does not take it
 */
export function writeSealed(file: string, form: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(file), { recursive: true });
  // One name for all: what was left by somebody who was ended is written over, and the seal tells what two wrote at once.
  const half = `${file}.half`;
  try {
    fill(half, form, pieces);
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function fill(file: string, form: string, pieces: Iterable<string>): void {
  const target = openSync(file, 'w');
  const hash = createHash(algorithm);
  const write = (text: string) => {
    const bytes = Buffer.from(text, encoding);
    hash.update(bytes);
    writeFileSync(target, bytes);
  };
  try {
    let text = `${form}\n`;
    for (const piece of pieces) {
      text += piece;
      if (text.length < enoughCharacters) continue;
      write(text);
      text = '';
    }
    write(text);
    writeFileSync(target, hash.digest());
  } finally {
    closeSync(target);
  }
}

/** What was sealed; undefined when there is none, or it is of another form, cut off, or damaged. */
export function findSealed(file: string, form: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  const end = bytes.length - sealBytes;
  const heading = Buffer.from(`${form}\n`, encoding);
  if (end < heading.length || !bytes.subarray(0, heading.length).equals(heading)) return undefined;
  const seal = createHash(algorithm).update(bytes.subarray(0, end)).digest();
  return bytes.subarray(end).equals(seal) ? bytes.toString(encoding, heading.length, end) : undefined;
}
