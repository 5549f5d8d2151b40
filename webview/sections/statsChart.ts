/** The bars of a project: a sentence, a chart and the same as a table. */
import { formatCount } from '../../src/shared/format';
import type { BarView, StatsContent } from '../../src/shared/panelStats';
import { createBarChart } from '../barChart';
import { element, setText } from '../dom';
import { readTheme, usesScreenReader } from '../theme';

export interface StatsChart {
  readonly element: HTMLElement;
  readonly update: (content: StatsContent) => void;
  readonly redraw: () => void;
  readonly dispose: () => void;
}

export function createStatsChart(): StatsChart {
  const canvas = element('canvas', { role: 'img' });
  const chart = createBarChart(canvas);
  const sentence = element('p');
  const nothing = element(
    'p',
    { class: 'state' },
    'No experiment was launched or completed in the last 60 days. Launch one, and it counts here.',
  );
  const tablePlace = element('div', { class: 'table table-narrow' });
  const details = element('details', {}, element('summary', {}, 'Show as table'), tablePlace);
  details.open = usesScreenReader();
  const drawn = element(
    'div',
    { class: 'figure' },
    element('div', { class: 'chart chart-bars' }, canvas),
    details,
  );
  let bars: readonly BarView[] | undefined;

  function redraw(): void {
    if (bars) chart.draw(bars, readTheme());
  }

  return {
    element: element(
      'section',
      { 'aria-labelledby': 'two-months' },
      element('h2', { id: 'two-months' }, 'The last 60 days'),
      sentence,
      nothing,
      drawn,
    ),
    update(content) {
      setText(sentence, content.sentence);
      canvas.setAttribute('aria-label', content.sentence);
      sentence.hidden = drawn.hidden = content.isEmpty;
      nothing.hidden = !content.isEmpty;
      bars = content.isEmpty ? undefined : content.bars;
      tablePlace.replaceChildren(tableOf(content.bars));
      redraw();
    },
    redraw,
    dispose: chart.dispose,
  };
}

function tableOf(bars: readonly BarView[]): HTMLTableElement {
  const rows = bars.map(({ label, count }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      element('td', { class: 'number' }, formatCount(count)),
    ),
  );
  const heads = [
    element('th', { scope: 'col' }, 'What'),
    element('th', { scope: 'col', class: 'number' }, 'Experiments'),
  ];
  return element(
    'table',
    {},
    element('caption', {}, 'Experiments launched and completed'),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}
