/** The figures of a project, each with what it counts. */
import type { FigureView } from '../../src/shared/panelStats';
import { element, syncChildren } from '../dom';

export interface StatsFigures {
  readonly element: HTMLElement;
  readonly update: (figures: readonly FigureView[]) => void;
}

export function createStatsFigures(): StatsFigures {
  const list = element('dl', { class: 'figures' });
  return {
    element: list,
    update(figures) {
      syncChildren(
        list,
        figures,
        (figure) => JSON.stringify(figure),
        ({ label, value, meaning }) =>
          element(
            'div',
            {},
            element('dt', {}, label),
            element('dd', { class: 'figure-value' }, value),
            element('dd', { class: 'muted' }, meaning),
          ),
      );
    },
  };
}
