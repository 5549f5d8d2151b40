import type { Compiled } from './compiled';
import type { Lexer } from './lexer';

/** Passes over a regular expression literal. False when the slash divides, or nothing closes it on its line. */
export function skipPattern(lexer: Lexer, compiled: Compiled, to: number): boolean {
  const { text, at } = lexer;
  if (at < (lexer.unclosed.get(compiled) ?? 0) || lexer.endsOperand(compiled)) return false;
  let inClass = false;
  let end = at + 1;
  for (; end < to && text.charCodeAt(end) !== 10; end++) {
    const char = text[end];
    if (char === '\\') end++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) {
      lexer.at = Math.min(to, end + 1);
      lexer.add(6, at, lexer.at);
      return true;
    }
  }
  lexer.unclosed.set(compiled, Math.min(end, to));
  return false;
}
