import type { Lexer } from './lexer';
import type { Lexicon } from './lexicon';
import { lexTag } from './tag';
import { kinds } from './tokens';

/** `<T,>(`, `<T extends X>(`, `<const T>`, and in types `<T>(of: T)`: type parameters, no markup. */
const typeParameters =
  /<(?:const\s+)?[A-Za-z_$][\w$]*(?:\s*,|\s+extends\s|\s*=|>\s*\(\s*(?:(?:\.\.\.)?[\w$]+\??:|\)\s*=>))/y;
const begins = /<(?:[A-Za-z_$]|>)/y;

/** Reads a JSX element with all that is in it. False when none begins here. */
export function lexElement(lexer: Lexer, lexicon: Lexicon, to: number): boolean {
  const { text, tokens } = lexer;
  begins.lastIndex = typeParameters.lastIndex = lexer.at;
  if (!begins.test(text) || typeParameters.test(text)) return false;
  const style = { braces: lexicon };
  const outer = lexer.parent;
  let open = 0;
  do {
    const char = text[lexer.at];
    if (char === '<' && text[lexer.at + 1] === '/') {
      const close = text.indexOf('>', lexer.at);
      const end = close < 0 || close >= to ? to : close + 1;
      lexer.add(kinds.endTag, lexer.at, end);
      lexer.at = end;
      open--;
    } else if (char === '<') {
      const tag = lexTag(lexer, style, to);
      if (tag < 0) lexer.at++;
      else {
        const end = tokens.match[tag] ?? -1;
        if (end < 0) break;
        if (tokens.hash[end] === 62) open++;
      }
    } else if (char === '{') {
      const brace = lexer.add(kinds.open, lexer.at, lexer.at + 1, 123);
      lexer.parent = brace;
      lexer.at++;
      const isClosed = lexer.code(lexicon, to, 125);
      lexer.parent = outer;
      if (!isClosed) break;
      tokens.pair(brace, lexer.add(kinds.close, lexer.at, ++lexer.at, 125));
    }
    if (open > 0) passText(lexer, to);
  } while (open > 0 && lexer.at < to);
  lexer.parent = outer;
  return true;
}

/** Text up to the next tag or brace. */
function passText(lexer: Lexer, to: number): void {
  const { text } = lexer;
  const from = lexer.at;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 60 || code === 123) break;
  }
  lexer.at = at;
  lexer.passLines(from, at);
}
