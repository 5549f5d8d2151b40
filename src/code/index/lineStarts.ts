/** A place in a text as people and editors count: lines and UTF-16 columns from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The offset at which each line begins. Lines end with `\n`, `\r\n` or a lone `\r`, as in VS Code. */
export function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

export function placeOf(lineStarts: Uint32Array, offset: number): Place {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - (lineStarts[low] ?? 0) };
}
