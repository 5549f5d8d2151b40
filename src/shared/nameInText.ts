import { cutText } from './cutText';

/** A name of others where it stands in a sentence: the sentence stays readable, beside it the name stands whole. */
export function nameInText(name: string): string {
  return cutText(name, 80);
}
