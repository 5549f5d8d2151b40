/** Text as Markdown that shows it as it is: no link, image, icon, entity, tag or list comes of it. */
export function escapeMarkdown(text: string): string {
  // Markdown lets every punctuation mark of ASCII be taken literally by a backslash, and needs one to mean anything.
  return text.trim().replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** Begins a new line within the paragraph: Markdown wants two spaces before it. */
export const markdownBreak = '  \n';
