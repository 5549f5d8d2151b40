import type { Family } from '../language/language';

/** How a language writes what is no plain character of a string. */
interface Quoting {
  readonly quote: "'" | '"';
  /** Beside the quote and the backslash. */
  readonly escaped?: RegExp;
  /** A UTF-16 unit or code point by its hexadecimal number; undefined where such a character stands for itself. */
  readonly code?: (hex: string) => string;
}

const braced = (hex: string): string => String.raw`\u{${hex}}`;
const four = (hex: string): string => String.raw`\u${hex.padStart(4, '0')}`;

const quotings: Readonly<Record<Family, Quoting>> = {
  script: { quote: "'", code: four },
  python: { quote: '"', code: four },
  go: { quote: '"', code: four },
  // Between single quotes nothing but these two means anything.
  ruby: { quote: "'" },
  php: { quote: "'" },
  // `$name` is replaced in Kotlin; Java knows no escape for it and needs none.
  jvm: { quote: '"', code: four },
  swift: { quote: '"', code: braced },
  dart: { quote: "'", escaped: /\$/g, code: braced },
  dotnet: { quote: '"', code: four },
  rust: { quote: '"', code: braced },
  elixir: { quote: '"', escaped: /#/g, code: braced },
};

/**
 * Any text as a string literal of a language, on one line where the language can write that, with nothing in it that
 * the language would replace.
 */
export function stringLiteral(text: string, family: Family, isKotlin = false): string {
  const { quote, escaped, code } = quotings[family];
  let inside = text.replaceAll('\\', String.raw`\\`).replaceAll(quote, `\\${quote}`);
  if (escaped) inside = inside.replaceAll(escaped, String.raw`\$&`);
  if (isKotlin) inside = inside.replaceAll('$', String.raw`\$`);
  if (code)
    inside = inside.replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      code((character.codePointAt(0) ?? 0).toString(16)),
    );
  return quote + inside + quote;
}
