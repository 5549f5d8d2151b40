import type { Compiled } from './compiled';
import type { Lexer } from './lexer';

/** Passes over a comment that begins with this character. False when none does. */
export function passComment(lexer: Lexer, compiled: Compiled, code: number, to: number): boolean {
  const { text, at } = lexer;
  for (const { open, close, nests } of compiled.comments[code] ?? []) {
    if (!text.startsWith(open, at)) continue;
    const end =
      close === undefined ? endOfLine(text, at, compiled) : endOfBlock(text, at, open, close, nests);
    lexer.at = Math.min(to, end);
    if (close !== undefined) lexer.passLines(at, lexer.at);
    return true;
  }
  return false;
}

/** The end of the line, or of the code when that comes first. */
function endOfLine(text: string, at: number, { lexicon }: Compiled): number {
  const line = text.indexOf('\n', at);
  const end = line < 0 ? text.length : line;
  if (lexicon.end === undefined) return end;
  const close = text.slice(at, end).indexOf(lexicon.end);
  return close < 0 ? end : at + close;
}

function endOfBlock(text: string, from: number, open: string, close: string, nests: boolean): number {
  let at = from + open.length;
  for (let depth = 1; depth > 0; depth--) {
    const end = text.indexOf(close, at);
    if (end < 0) return text.length;
    for (let inner = nests ? text.indexOf(open, at) : -1; inner >= 0 && inner < end;) {
      depth++;
      inner = text.indexOf(open, inner + open.length);
    }
    at = end + close.length;
  }
  return at;
}
