import { displayText } from '../../shared/displayText';

/**
 * Untrusted text as one line of VS Code's own widgets: `$(trash)` draws no icon there, and `[x](command:…)`, which a
 * notification would turn into a link, stays text.
 */
export function inertText(text: string): string {
  return displayText(text.replaceAll(/\s+/g, ' ')).replaceAll(/([$\]])\(/g, '$1\u200b(');
}
