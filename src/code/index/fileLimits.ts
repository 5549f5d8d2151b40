/** Larger files are made by programs: data, bundles, snapshots. */
export const maxFileBytes = 1_000_000;

/** From this length on a text can be judged by its lines. */
const enoughCharacters = 10_000;
/** No person writes lines that are this long on the average. */
const averageLineLength = 400;

/** Whether a file's name says that a program packed it. */
export function isMinifiedName(name: string): boolean {
  return /[.-]min\.[cm]?js$/.test(name) || name.endsWith('.bundle.js');
}

/** Whether a text has been packed by a program, by the length of its lines. */
export function isMinified(text: string): boolean {
  if (text.length < enoughCharacters) return false;
  const enoughLines = text.length / averageLineLength;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (++lines > enoughLines) return false;
  }
  return true;
}

/** Whether a document is left out as a file like it would be. */
export function isMadeByProgram(text: string): boolean {
  return text.length > maxFileBytes || isMinified(text);
}
