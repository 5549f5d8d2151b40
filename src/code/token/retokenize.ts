import type { Language } from '../language/language';
import { type Edit, findEdit } from './edit';
import { Lexer } from './lexer';
import { tokenize } from './tokenize';
import { lineFields, type Tokens } from './tokens';

/** Lines inside of more brackets than this are read anew. */
const maxDepth = 100;
const backslash = 92;

/**
 * The tokens of a text that was edited since `old` was read, in the place of those in `tokens`: the same as of
 * {@link tokenize}, but only the lines around the edit are read. Never throws; linear time.
 */
export function retokenize(old: Tokens, text: string, language: Language, tokens: Tokens): Tokens {
  // Markup has no lines that can be read for themselves.
  if (language.markup) return tokenize(text, language, tokens);
  const edit = findEdit(old.text, text);
  const line = lineBefore(old, edit.from);
  const { place, count, parent } = lineAt(old, line) ?? { place: 0, count: 0, parent: -1 };
  tokens.restart(text);
  tokens.addCopies(old, 0, count);
  tokens.lines = old.lines.slice(0, (line + 1) * lineFields.length);
  const lexer = new Lexer(tokens);
  [lexer.at, lexer.lineStart, lexer.parent] = [place, place, parent];
  // What is open there is closed by what follows.
  for (let at = parent; at >= 0; at = old.parent[at] ?? -1) tokens.match[at] = -1;
  const rest = new Rest(old, edit, count, line + 1);
  lexer.isEnough = () => rest.mayFollow(lexer);
  lexer.code(language.lexicon, text.length, 0, -1);
  rest.addTo(tokens);
  tokens.clearRest();
  return tokens;
}

interface Line {
  readonly place: number;
  readonly count: number;
  readonly parent: number;
}

function lineAt({ lines }: Tokens, line: number): Line | undefined {
  const at = line * lineFields.length;
  const [place, count, parent] = [
    lines[at + lineFields.place],
    lines[at + lineFields.count],
    lines[at + lineFields.parent],
  ];
  return place === undefined || count === undefined || parent === undefined
    ? undefined
    : { place, count, parent };
}

/** The last line that is read as before whatever stands behind an offset; -1 when there is none. */
function lineBefore(tokens: Tokens, offset: number): number {
  const { lines, end, text } = tokens;
  let low = 0;
  let high = lines.length / lineFields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const first = lines[middle * lineFields.length + lineFields.count] ?? 0;
    // How the line above is read may depend on the first word of this one.
    if (first < tokens.count && (end[first] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  // A line whose end is escaped is read together with the next.
  let line = low - 1;
  for (; line >= 0; line--) {
    const { place = 0 } = lineAt(tokens, line) ?? {};
    const ending = text.charCodeAt(place - 2) === 13 ? 3 : 2;
    if (text.charCodeAt(place - ending) !== backslash) break;
  }
  return line;
}

/** What stands behind an edit and is read as it was before. */
class Rest {
  /** Its first token, once that is known. */
  #from = -1;
  /** Brackets that are open there and were read anew, by their numbers before. */
  readonly #open = new Map<number, number>();

  constructor(
    private readonly old: Tokens,
    private readonly edit: Edit,
    /** The first token that was read anew. */
    private readonly first: number,
    /** A line that is not behind the rest. */
    private line: number,
  ) {}

  /** Whether the rest begins with the line that the reader has come to. */
  mayFollow(lexer: Lexer): boolean {
    const { old, edit } = this;
    if (lexer.at < edit.to) return false;
    const place = lexer.at - edit.to + edit.oldTo;
    let line = lineAt(old, this.line);
    while (line && line.place < place) line = lineAt(old, ++this.line);
    if (line?.place !== place) return false;
    const isSame = endsSame(old, line.count - 1, lexer.tokens, lexer.tokens.count - 1);
    if (!isSame || !this.#hasSameBrackets(lexer, line.parent)) return false;
    this.#from = line.count;
    return true;
  }

  #hasSameBrackets({ tokens, parent }: Lexer, oldParent: number): boolean {
    const { old, first } = this;
    this.#open.clear();
    let [before, now] = [oldParent, parent];
    for (let depth = 0; depth < maxDepth; depth++) {
      if (before < first || now < first) return before === now;
      if (old.hash[before] !== tokens.hash[now]) return false;
      this.#open.set(before, now);
      [before, now] = [old.parent[before] ?? -1, tokens.parent[now] ?? -1];
    }
    return false;
  }

  addTo(tokens: Tokens): void {
    const { old, edit, first } = this;
    const oldFrom = this.#from;
    const open = this.#open;
    if (oldFrom < 0) return;
    const from = tokens.count;
    const moved = edit.to - edit.oldTo;
    const shift = from - oldFrom;
    const numberOf = (before: number) =>
      before >= oldFrom ? before + shift : before < first ? before : (open.get(before) ?? -1);
    tokens.addCopies(old, oldFrom, old.count);
    const { start, end, from: inner, to, parent, match, lines } = tokens;
    for (let token = from; token < tokens.count; token++) {
      start[token] = (start[token] ?? 0) + moved;
      end[token] = (end[token] ?? 0) + moved;
      inner[token] = (inner[token] ?? 0) + moved;
      to[token] = (to[token] ?? 0) + moved;
      parent[token] = numberOf(parent[token] ?? -1);
      const opener = match[token] ?? -1;
      // Both of a pair are told at its end.
      if (opener < 0 || opener > token - shift) continue;
      match[token] = numberOf(opener);
      match[match[token] ?? 0] = token;
    }
    for (let line = lineAt(old, this.line); line; line = lineAt(old, ++this.line))
      lines.push(line.place + moved, line.count + shift, numberOf(line.parent));
  }
}

/** Whether what follows these tokens is read the same way: as what comes behind an operand, or before one. */
function endsSame(some: Tokens, token: number, others: Tokens, other: number): boolean {
  return (
    some.kind[token] === others.kind[other] &&
    some.hash[token] === others.hash[other] &&
    some.text[(some.start[token] ?? 0) - 1] === others.text[(others.start[other] ?? 0) - 1]
  );
}
