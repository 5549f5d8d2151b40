/** Sentence, switches, chart, events and table of one metric's daily results. */
import { formatMoment } from '../../src/shared/calendarDay';
import { formatCalendarDay } from '../../src/shared/format';
import type { TimeseriesView } from '../../src/shared/panelSeries';
import type { MetricView } from '../../src/shared/panelView';
import { seriesSentence } from '../../src/shared/seriesSentence';
import { element, setText, syncChildren } from '../dom';
import { createScenes, hasAnyPoint } from '../scene';
import { readTheme, usesScreenReader } from '../theme';
import { button } from '../view';
import { createSeriesStage } from './seriesStage';
import { createSeriesTable } from './seriesTable';
import { legendWords } from './seriesWords';
import { createVariantPicker } from './variantPicker';

export interface FigureModel {
  readonly view: TimeseriesView;
  readonly metric: MetricView;
  readonly hidden: ReadonlySet<string>;
  readonly unit: string;
}

export interface SeriesFigure {
  readonly element: HTMLElement;
  readonly update: (model: FigureModel | undefined) => void;
  readonly redraw: () => void;
  readonly dispose: () => void;
}

/** For whoever measures how fast the panel is. */
const firstChartMark = 'experimentLens.firstChart';

export function createSeriesFigure(
  onToggleVariant: (variantKey: string, shown: boolean) => void,
): SeriesFigure {
  const stage = createSeriesStage(toggleTable);
  const summary = element('div', { class: 'summary' });
  const variants = createVariantPicker(onToggleVariant);
  const fitButton = button('Fit All', toggleFit);
  const legend = element('p', { class: 'muted legend' });
  const events = element('ul', { class: 'events muted' });
  const tablePlace = element('div', {
    class: 'table',
    role: 'region',
    tabindex: '0',
    'aria-label': 'Daily results',
  });
  const details = element('details', {}, element('summary', {}, 'Show as table'), tablePlace);
  const controls = element('div', { class: 'chart-controls' }, variants.element, fitButton);
  const drawn = element('div', {}, controls, stage.element, legend, events);
  const figure = element('div', { class: 'figure' }, summary, drawn, details);
  details.open = usesScreenReader();

  let model: FigureModel | undefined;
  let tabled: FigureModel | undefined;
  let sentences: readonly string[] = [];
  let fitAll = false;

  return {
    element: figure,
    update(next) {
      if (next?.view.metricUuid !== model?.view.metricUuid) {
        fitAll = false;
        stage.hideReadout();
      }
      model = next;
      figure.hidden = !next;
      if (!next) return;
      const { view, hidden, metric } = next;
      sentences = view.series
        .filter(({ variantKey }) => !hidden.has(variantKey))
        .map((series) => seriesSentence(view, series, metric.goal));
      syncChildren(
        summary,
        sentences,
        (sentence) => sentence,
        (sentence) => element('p', {}, sentence),
      );
      summary.hidden = drawn.hidden = !hasAnyPoint(view);
      draw();
      variants.update(view, hidden);
      setText(legend, legendWords(view));
      showEvents(view);
      updateTable(next);
    },
    redraw: draw,
    dispose: stage.dispose,
  };

  function draw(): void {
    if (!model || drawn.hidden) return;
    const { view, hidden, metric, unit } = model;
    const scenes = createScenes(view, hidden, fitAll);
    fitButton.hidden = !scenes.some(({ axis }) => axis.clipped) && !fitAll;
    setText(fitButton, fitAll ? 'Fit Most' : 'Fit All');
    stage.draw({ view, hidden, unit, goal: metric.goal, scenes, sentences }, readTheme());
    if (performance.getEntriesByName(firstChartMark).length === 0) performance.mark(firstChartMark);
  }

  function toggleFit(): void {
    fitAll = !fitAll;
    draw();
  }

  function toggleTable(): void {
    details.open = !details.open;
  }

  function showEvents(view: TimeseriesView): void {
    events.hidden = view.events.length === 0;
    syncChildren(
      events,
      view.events.map(
        ({ day, text, timeMs }) => `${formatCalendarDay(day)}: ${text} (${formatMoment(timeMs)} your time)`,
      ),
      (text) => text,
      (text) => element('li', {}, text),
    );
  }

  /** A year of rows costs more than the chart: they are made once per answer, and after the chart is on screen. */
  function updateTable(next: FigureModel): void {
    details.hidden =
      next.view.series.every(({ points }) => points.every((point) => point === null)) &&
      Object.keys(next.view.errors).length === 0;
    const isSame =
      tabled?.view === next.view && tabled.metric.name === next.metric.name && tabled.unit === next.unit;
    if (isSame) return;
    tabled = next;
    afterPaint(() => {
      if (tabled === next) tablePlace.replaceChildren(createSeriesTable(next));
    });
  }
}

/** A hidden page paints nothing, and calls back all the same once it is shown. */
function afterPaint(action: () => void): void {
  requestAnimationFrame(() => setTimeout(action));
}
