/** How busy a project is with experiments. */
import type { StatsPanelState, StatsView } from '../../src/shared/panelStats';
import { element } from '../dom';
import { answerTimeoutMs, type Rpc } from '../rpc';
import { createPageHead } from '../sections/pageHead';
import { createSkeleton } from '../sections/skeleton';
import { createStatsChart } from '../sections/statsChart';
import { createStatsFigures } from '../sections/statsFigures';
import { onThemeChange } from '../theme';
import { every, type FirstPaint, type Memory, tickMs } from './pageParts';
import { createPageReading } from './pageReading';

/** Takes over `root`. Returns how to stop. */
export function startStatsPage(
  root: HTMLElement,
  rpc: Rpc<'stats'>,
  _memory: Memory<StatsPanelState>,
  firstPaint: FirstPaint,
): () => void {
  let view: StatsView | undefined;
  const timeoutMs = answerTimeoutMs;
  const reading = createPageReading<StatsView>(
    {
      ready: (signal) => rpc.request('ready', { page: 'stats' }, { timeoutMs, signal }),
      refresh: (signal) => rpc.request('refresh', {}, { timeoutMs, signal }),
      remedy: (remedy) => rpc.request('remedy', { remedy }),
    },
    () => view,
    accept,
    render,
  );
  const head = createPageHead(firstPaint, () => void reading.refresh());
  const skeleton = createSkeleton('Reading the statistics…');
  const figures = createStatsFigures();
  const chart = createStatsChart();
  const note = element(
    'p',
    { class: 'muted' },
    'Archived and deleted experiments do not count. Days are those of the project’s time zone.',
  );
  root.replaceChildren(head.element, reading.element, skeleton, figures.element, chart.element, note);

  const stops = [rpc.onChanged(accept), onThemeChange(chart.redraw), every(tickMs, head.tick), chart.dispose];
  void reading.read();
  return () => {
    for (const stop of stops) stop();
  };

  function accept(next: StatsView): void {
    view = next;
    render();
  }

  function render(): void {
    const content = view?.content;
    const busy = reading.isBusy();
    head.update(content?.projectName, view?.loadedMs, busy);
    reading.render();
    skeleton.hidden = content !== undefined || !busy;
    for (const part of [figures.element, chart.element, note]) part.hidden = !content;
    if (!content) return;
    figures.update(content.figures);
    chart.update(content);
  }
}
