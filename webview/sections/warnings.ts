/** What deserves a look before any number. */
import { element, syncChildren } from '../dom';
import type { Section } from '../section';

export function createWarnings(): Section {
  const strip = element('div', { class: 'warnings', role: 'status' });
  return {
    element: strip,
    update(experiment) {
      syncChildren(
        strip,
        experiment?.warnings ?? [],
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
