/** Classes of ASCII characters; what is above is a letter or a space, see {@link isWideSpace}. */
export const classes = {
  other: 0,
  space: 1,
  line: 2,
  letter: 3,
  digit: 4,
  open: 5,
  close: 6,
  special: 7,
} as const;

/** The class of each of the first 128 characters. `special` begins a string or a comment in the language. */
export function classTable(wordCharacters: string, specials: ReadonlySet<number>): Uint8Array {
  const table = new Uint8Array(128);
  for (const code of [9, 11, 12, 32]) table[code] = classes.space;
  for (const code of [10, 13]) table[code] = classes.line;
  for (let code = 48; code < 58; code++) table[code] = classes.digit;
  for (let code = 65; code < 91; code++) table[code] = table[code + 32] = classes.letter;
  for (const char of `_${wordCharacters}`) table[char.charCodeAt(0)] = classes.letter;
  for (const char of '([{') table[char.charCodeAt(0)] = classes.open;
  for (const char of ')]}') table[char.charCodeAt(0)] = classes.close;
  for (const code of specials)
    if (code < 128 && table[code] !== classes.letter) table[code] = classes.special;
  return table;
}

/** Whether a character above ASCII is white space, a line's end or a byte order mark. */
export function isWideSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}
