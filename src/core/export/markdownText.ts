import { displayText } from '../../shared/displayText';

/**
 * Text of others on one line of Markdown, as text: no link, image, tag, emphasis, cell, formula, mention or reference
 * comes of it. What needs no escape has none, for the Markdown is read as it is, too.
 */
export function markdownText(untrusted: string): string {
  return (
    displayText(untrusted)
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*<>|~&$!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|[{}]|\](?=[([:])/g, String.raw`\$&`)
      // An address becomes a link by itself.
      .replaceAll(/:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`)
      // At the beginning of a line these make a list, a heading or a rule.
      .replace(/^(?:[-+=#](?=[-+=#\s]|$)|\d+(?=[.)]))/, (start) =>
        /\d/.test(start) ? `${start}\\` : `\\${start}`,
      )
      // GitHub makes a mention of `@name` and a reference of `#1` even of what Markdown takes literally; a comment
      // between the two is not seen.
      .replaceAll(/@(?=\w)|#(?=\d)/g, '$&<!-- -->')
  );
}
