/** How code reads a flag: what stands before and behind the key. */
export type OwnRead = readonly [before: string, behind: string];

/** What belongs to the object or function around: of no use anywhere else. */
const bound = /^(?:this|self|\$this|@|super)\b/;
/** Calls whose value is a yes or no. */
const asksWhetherOn = /^(?:is|has|can|should)[A-Z_]|enabled/i;
/** Calls whose value is no variant, and does not say whether a flag is on. */
const asksElse = /payload|config/i;

/** Whether a call of this name gives a variant, or with `isBoolean` whether a flag is on. */
export function canRead(call: string, isBoolean: boolean): boolean {
  const name = /[\w$?!]+$/.exec(call)?.[0] ?? '';
  return !asksElse.test(name) && asksWhetherOn.test(name) === isBoolean;
}

/**
 * The call on a line that is given the key at [start, end), to be written again with another key; undefined when it is
 * not whole on that line, or belongs to what is around it.
 */
export function findOwnRead(line: string, start: number, end: number, call: string): OwnRead | undefined {
  const isQuoted = /['"`]/.test(line.charAt(start - 1)) && line.charAt(end) === line.charAt(start - 1);
  const from = isQuoted ? start - 1 : start;
  const to = isQuoted ? end + 1 : end;
  const at = line.lastIndexOf(call, from);
  if (at < 0 || bound.test(call)) return undefined;
  const open = at + call.length;
  if (!/^(?:<[\w\s,|.]*>)?\($/.test(line.slice(open, line.indexOf('(', open) + 1))) return undefined;
  const close = endOfCall(line, line.indexOf('(', open));
  if (close === undefined || close < to) return undefined;
  const waits = /\bawait\s+$/.test(line.slice(0, at)) ? 'await ' : '';
  return [waits + line.slice(at, from), line.slice(to, close + 1)];
}

/** The bracket that ends what another one begins; strings are passed over. */
function endOfCall(line: string, open: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = open; at < line.length; at++) {
    const character = line.charAt(at);
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (/['"`]/.test(character)) quote = character;
    else if (/[([{]/.test(character)) depth++;
    else if (/[)\]}]/.test(character) && --depth === 0) return at;
  }
  return undefined;
}
