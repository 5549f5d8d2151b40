/** What deserves a look before any number. */
import { element, syncChildren } from '../dom';

export interface Warnings {
  readonly element: HTMLElement;
  readonly update: (texts: readonly string[]) => void;
}

export function createWarnings(): Warnings {
  const strip = element('div', { class: 'warnings', role: 'status' });
  return {
    element: strip,
    update(texts) {
      syncChildren(
        strip,
        texts,
        (text) => text,
        (text) =>
          element(
            'div',
            { class: 'notice notice-warning' },
            element('span', { class: 'notice-shape', 'aria-hidden': 'true' }, '▲'),
            element('p', {}, text),
          ),
      );
    },
  };
}
