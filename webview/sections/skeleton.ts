/** Stands where the content will be, before the first answer. */
import { element } from '../dom';

export function createSkeleton(words: string): HTMLElement {
  return element(
    'div',
    { class: 'skeleton' },
    element('p', {}, words),
    ...['long', 'short', 'block'].map((kind) =>
      element('div', { class: `bone bone-${kind}`, 'aria-hidden': 'true' }),
    ),
  );
}
