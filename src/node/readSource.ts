import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { maxFileBytes } from '../code/index/fileLimits';

/** Read into again and again: a new one for each file costs more than reading it. */
const buffer = Buffer.alloc(maxFileBytes);

/**
 * The text of a source file as an editor shows it, without a byte-order mark.
 * @param bytes how many it has, as far as that is known: saves asking for more
 * @throws when it cannot be read
 */
export function readSource(file: string, bytes?: number): string {
  const handle = openSync(file, 'r');
  try {
    let length = 0;
    for (;;) {
      const read = readSync(handle, buffer, length, buffer.length - length, null);
      length += read;
      if (length === buffer.length) return textOf(readFileSync(file));
      if (read === 0 || length === bytes) return textOf(buffer.subarray(0, length));
    }
  } finally {
    closeSync(handle);
  }
}

export function findSource(file: string, bytes?: number): string | undefined {
  try {
    return readSource(file, bytes);
  } catch {
    // Gone, or not to be read: counted by who asks.
    return undefined;
  }
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', hasMark ? 3 : 0);
}
