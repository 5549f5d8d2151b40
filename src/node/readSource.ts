import { readFileSync } from 'node:fs';

/**
 * The text of a source file as an editor shows it, without a byte-order mark.
 * @throws when it cannot be read
 */
export function readSource(file: string): string {
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', hasMark ? 3 : 0);
}

export function findSource(file: string): string | undefined {
  try {
    return readSource(file);
  } catch {
    // Gone, or not to be read: counted by who asks.
    return undefined;
  }
}
