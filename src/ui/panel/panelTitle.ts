import { cutText } from '../../shared/cutText';
import { inertText } from '../../core/experiment/inertText';

const maxLength = 40;

/** What the panel's tab says: a long name must not push the other tabs away. */
export function panelTitle(name: string): string {
  return cutText(inertText(name), maxLength);
}
