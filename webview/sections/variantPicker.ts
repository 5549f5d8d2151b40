/** Switches for the variants of the chart. They also explain the lines, so they stay when there is only one. */
import type { TimeseriesView } from '../../src/shared/panelSeries';
import { element, syncChildren } from '../dom';
import { checkbox } from '../view';
import { swatch } from './swatch';

export interface VariantPicker {
  readonly element: HTMLElement;
  readonly update: (view: TimeseriesView, hidden: ReadonlySet<string>) => void;
}

export function createVariantPicker(onToggle: (variantKey: string, shown: boolean) => void): VariantPicker {
  const boxes = element('div', { class: 'variants' });
  return {
    element: element('fieldset', {}, element('legend', {}, 'Variants in the chart'), boxes),
    update(view, hidden) {
      syncChildren(
        boxes,
        view.series.map(({ variantKey }, place) => ({ variantKey, place })),
        ({ variantKey, place }) => `${place} ${variantKey}`,
        ({ variantKey, place }) =>
          checkbox(
            !hidden.has(variantKey),
            (shown) => onToggle(variantKey, shown),
            swatch(place),
            element('bdi', {}, variantKey),
          ),
      );
    },
  };
}
