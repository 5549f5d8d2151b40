/** The charts of one metric and what a pointer or a keyboard does on them. For the keyboard they are one stop. */
import { spokenPoint } from '../../src/shared/dayWords';
import { type Cursor, moveCursor } from '../cursor';
import { element, setText, syncChildren } from '../dom';
import type { Scene } from '../scene';
import { createSeriesChart, type SeriesChart } from '../seriesChart';
import type { Theme } from '../theme';
import { createChartReadout, type ReadoutContent } from './chartReadout';

export interface StageModel extends ReadoutContent {
  readonly scenes: readonly Scene[];
  /** What the chart says, per variant that is shown. */
  readonly sentences: readonly string[];
}

export interface SeriesStage {
  readonly element: HTMLElement;
  readonly draw: (model: StageModel, theme: Theme) => void;
  readonly hideReadout: () => void;
  readonly dispose: () => void;
}

interface Panel {
  readonly box: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly chart: SeriesChart;
}

const help =
  'Arrow keys move by day and variant, Page Up and Page Down by week, Enter pins, Escape leaves, T shows the table.';

/** @param toggleTable what the key T does */
export function createSeriesStage(toggleTable: () => void): SeriesStage {
  const readout = createChartReadout();
  const grid = element('div', { class: 'chart-grid' });
  const stage = element(
    'div',
    {
      class: 'chart-stage',
      tabindex: '0',
      role: 'application',
      'aria-label': `Chart of daily results. ${help}`,
    },
    grid,
    ...readout.elements,
  );
  const panels: Panel[] = [];
  let model: StageModel | undefined;
  let cursor: Cursor | undefined;
  let isPinned = false;

  stage.addEventListener('focus', () => {
    // A pointer that comes down shows its own day.
    if (stage.matches(':focus-visible')) show(cursor ?? start());
  });
  stage.addEventListener('blur', () => {
    if (!isPinned) readout.hide();
  });
  stage.addEventListener('keydown', onKey);
  // A card under the pointer goes away too when somebody wants to see what is below it.
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.target !== stage) hide();
  };
  document.addEventListener('keydown', onEscape);

  return {
    element: stage,
    draw(next, theme) {
      model = next;
      const { scenes, sentences } = next;
      resize(scenes.length);
      grid.classList.toggle('chart-multiples', scenes.length > 1);
      for (const [index, { chart, canvas, box }] of panels.entries()) {
        const scene = scenes[index];
        if (!scene) continue;
        const own = scenes.length > 1 ? [sentences[index] ?? ''] : sentences;
        canvas.setAttribute('aria-label', own.join(' ') || 'No variant is shown.');
        const title = box.querySelector('p');
        if (title) {
          title.hidden = scenes.length === 1;
          setText(title, scene.lines[0]?.variantKey ?? '');
        }
        chart.draw(scene, theme);
      }
    },
    hideReadout: hide,
    dispose() {
      document.removeEventListener('keydown', onEscape);
      for (const { chart } of panels) chart.dispose();
    },
  };

  function resize(count: number): void {
    for (const { chart } of panels.splice(count)) chart.dispose();
    while (panels.length < count) panels.push(createPanel());
    syncChildren(
      grid,
      panels,
      (panel) => String(panels.indexOf(panel)),
      ({ box }) => box,
    );
  }

  function createPanel(): Panel {
    const canvas = element('canvas', { role: 'img' });
    const chart = createSeriesChart(canvas);
    const place = element('div', { class: 'chart' }, canvas);
    const box = element('div', { class: 'chart-panel' }, element('p', { class: 'chart-title' }), place);
    const pointAt = (event: PointerEvent): void => {
      const day = chart.dayAt(event.offsetX);
      if (day === undefined || (isPinned && event.type === 'pointermove')) return;
      showDay(day, panelOf(canvas));
    };
    canvas.addEventListener('pointermove', pointAt);
    canvas.addEventListener('pointerdown', (event) => {
      isPinned = false;
      pointAt(event);
    });
    canvas.addEventListener('pointerleave', () => {
      if (!isPinned && !stage.matches(':focus-visible')) readout.hide();
    });
    return { box, canvas, chart };
  }

  function panelOf(canvas: HTMLCanvasElement): number {
    return panels.findIndex((panel) => panel.canvas === canvas);
  }

  function onKey(event: KeyboardEvent): void {
    if (!model || event.ctrlKey || event.metaKey || event.altKey) return;
    const size = { days: model.view.days.length, lines: shownSeries().length };
    const next = moveCursor(cursor ?? start(), event.key, size);
    if (next) show(next);
    else if (event.key === 'Enter') pin(!isPinned);
    else if (event.key === 't' || event.key === 'T') toggleTable();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  }

  /** The first time the card goes, the second time the focus. */
  function leave(): void {
    if (readout.isShown()) hide();
    else stage.blur();
  }

  function hide(): void {
    pin(false);
    readout.hide();
  }

  function pin(pinned: boolean): void {
    if (pinned && !readout.isShown()) show(cursor ?? start());
    isPinned = pinned;
    readout.pin(pinned);
  }

  function show(next: Cursor): void {
    cursor = next;
    const series = shownSeries()[next.line];
    if (!model || !series) return;
    showDay(next.day, panels.length > 1 ? next.line : 0, series.variantKey);
    readout.say(spokenPoint(model, series, next.day));
  }

  function showDay(day: number, panel: number, variantKey?: string): void {
    const { chart, canvas } = panels[panel] ?? {};
    const place = chart?.placeOf(day);
    if (!model || !canvas || !place) return;
    const [own, whole] = [canvas.getBoundingClientRect(), stage.getBoundingClientRect()];
    const [left, top] = [own.left - whole.left, own.top - whole.top];
    const { xPx, topPx, bottomPx } = place;
    readout.show(model, day, { xPx: left + xPx, topPx: top + topPx, bottomPx: top + bottomPx }, variantKey);
  }

  function shownSeries() {
    return model?.view.series.filter(({ variantKey }) => !model?.hidden.has(variantKey)) ?? [];
  }

  function start(): Cursor {
    const days = shownSeries().map(({ points }) => points.findLastIndex((point) => point !== null));
    return { day: Math.max(0, ...days), line: 0 };
  }
}
