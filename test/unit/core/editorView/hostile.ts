/** Names as nobody should give them. */
export const hostileTexts = [
  'word '.repeat(200),
  '$(trash)$(trash~spin) $(x)',
  '\u202Egnihtyreve\u202C \u2066abc\u2069',
  'two\nlines\r\nand\u2028more\ttabs',
  '\u0000\u0007\u001B[31mred',
  '[link](command:evil)<img src=x onerror=y>',
  '${1:snippet} $0 \\ }',
];

/** What must not be left of them in VS Code's own widgets. */
export const escapesOfHostile = /\$\(|\]\(|\p{Cc}|[\u2028\u202E\u2066]/u;
