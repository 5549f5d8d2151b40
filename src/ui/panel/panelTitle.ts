import { inertText } from '../../core/experiment/inertText';

const maxLength = 40;

/** What the panel's tab says: a long name must not push the other tabs away. */
export function panelTitle(name: string): string {
  const title = inertText(name);
  return title.length <= maxLength
    ? title
    : `${Array.from(title)
        .slice(0, maxLength - 1)
        .join('')}…`;
}
