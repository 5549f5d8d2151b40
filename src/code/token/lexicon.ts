/** How a string is written. */
export interface StringForm {
  /** What begins it; a sticky expression where its length varies (`r##"`), whose match is handed to `close`. */
  readonly open: string | RegExp;
  readonly close: string | ((match: RegExpExecArray) => string);
  /** `\` before any character, a doubled quote, or nothing. */
  readonly escape?: 'backslash' | 'double';
  /** Whether it may go on over lines. One that may not and is not closed costs its own line only. */
  readonly isMultiline?: true;
  /** What begins an expression inside: `${`, `#{`, `\(`, `{`. Closed by the bracket that belongs to its last character. */
  readonly hole?: string;
  /** Whether `$name` inside is an expression too. */
  readonly hasNamedHoles?: true;
  /** The text is markup of this language id (`~H"""`). */
  readonly markup?: string;
  /** A character, a regular expression, a comment in disguise: never a key. */
  readonly isOpaque?: true;
  /** Whether its brackets may stand in it in pairs: `%(a (b))`. */
  readonly nests?: true;
  /** Words with space between are strings each, the elements of a list: `%w[a b]`. */
  readonly isList?: true;
  /** What it stands for is below its line, up to the line that begins with `close`: `<<~SQL`. */
  readonly isBelow?: true;
}

/** What code is made of. */
export interface Lexicon {
  readonly lineComments: readonly string[];
  readonly blockComments: readonly { readonly open: string; readonly close: string; readonly nests?: true }[];
  readonly strings: readonly StringForm[];
  /** Characters that words may begin with and hold besides letters, digits and `_`. */
  readonly wordCharacters?: string;
  /** Characters a word may end with: `?!`. */
  readonly wordEnds?: string;
  /** Whether `/…/` is a regular expression where an operand is due, and words after which one is. */
  readonly hasSlashPatterns?: true;
  readonly operators?: readonly string[];
  /** Whether `<Name` where an operand is due begins markup. */
  readonly hasJsx?: true;
  /** What ends code in markup wherever it stands outside of strings: `?>`. */
  readonly end?: string;
}

/** What a file of markup is made of. */
export interface Markup {
  /** Code between delimiters, in text and in attributes. `{` ends at its own bracket, others at `close`. */
  readonly holes: readonly {
    readonly open: string;
    readonly close: string;
    readonly code: Lexicon;
    readonly isComment?: true;
  }[];
  /** Names of attributes whose quoted value is code. */
  readonly codeAttributes?: RegExp;
  readonly attributeCode?: Lexicon;
  /** Code between `---` lines at the head of the file. */
  readonly frontmatter?: Lexicon;
  /** `@name(…)` in text: Blade's directives, Razor's expressions. */
  readonly directives?: Lexicon;
  /** `@{ … }`, `@code { … }`: Razor. */
  readonly directiveBlocks?: true;
  /** Whether all is text until a hole (PHP), tags and scripts included as far as they are of interest. */
  readonly script: Lexicon;
}
