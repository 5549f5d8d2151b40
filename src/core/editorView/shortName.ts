import { cutText } from '../../shared/cutText';
import { inertText } from '../experiment/inertText';

/** A name within a sentence: server text on one line, made inert, of a length that leaves the sentence readable. */
export function shortName(name: string): string {
  return cutText(inertText(name), 80);
}
