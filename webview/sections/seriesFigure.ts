/** Sentence, switches, chart and table of one metric's daily results. */
import type { MetricView, TimeseriesView } from '../../src/shared/panelView';
import { seriesSentence } from '../../src/shared/seriesSentence';
import { createSeriesChart } from '../seriesChart';
import { element, setText, syncChildren } from '../dom';
import { createScene, hasAnyPoint } from '../scene';
import { readTheme, usesScreenReader } from '../theme';
import { button } from '../view';
import { createChartReadout } from './chartReadout';
import { createSeriesTable } from './seriesTable';
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
  const canvas = element('canvas', { role: 'img' });
  const chart = createSeriesChart(canvas);
  const readout = createChartReadout();
  const stage = element('div', { class: 'chart' }, canvas, ...readout.elements);
  const summary = element('div', { class: 'summary' });
  const variants = createVariantPicker(onToggleVariant);
  const fitButton = button('Fit All', toggleFit);
  const legend = element(
    'p',
    { class: 'muted legend' },
    'Filled marker: significant. Hollow: not significant.',
  );
  const tablePlace = element('div', {
    class: 'table',
    role: 'region',
    tabindex: '0',
    'aria-label': 'Daily results',
  });
  const details = element('details', {}, element('summary', {}, 'Show as table'), tablePlace);
  const drawn = element(
    'div',
    {},
    element('div', { class: 'chart-controls' }, variants.element, fitButton),
    stage,
    legend,
  );
  const figure = element('div', { class: 'figure' }, summary, drawn, details);
  details.open = usesScreenReader();

  let model: FigureModel | undefined;
  let tabled: FigureModel | undefined;
  let fitAll = false;

  canvas.addEventListener('pointermove', pointAt);
  canvas.addEventListener('pointerdown', pointAt);
  canvas.addEventListener('pointerleave', readout.hide);

  return {
    element: figure,
    update(next) {
      if (next?.view.metricUuid !== model?.view.metricUuid) fitAll = false;
      model = next;
      figure.hidden = !next;
      readout.hide();
      if (!next) return;
      const { view, hidden, metric } = next;
      const sentences = view.series
        .filter(({ variantKey }) => !hidden.has(variantKey))
        .map((series) => seriesSentence(view, series, metric.goal));
      syncChildren(
        summary,
        sentences,
        (sentence) => sentence,
        (sentence) => element('p', {}, sentence),
      );
      canvas.setAttribute('aria-label', sentences.join(' ') || 'No variant is shown.');
      variants.update(view, hidden);
      summary.hidden = drawn.hidden = !hasAnyPoint(view);
      draw();
      updateTable(next);
    },
    redraw: draw,
    dispose: chart.dispose,
  };

  function draw(): void {
    if (!model || drawn.hidden) return;
    const scene = createScene(model.view, model.hidden, fitAll);
    fitButton.hidden = !scene.axis.clipped && !fitAll;
    setText(fitButton, fitAll ? 'Fit Most' : 'Fit All');
    chart.draw(scene, readTheme());
    if (performance.getEntriesByName(firstChartMark).length === 0) performance.mark(firstChartMark);
  }

  function toggleFit(): void {
    fitAll = !fitAll;
    draw();
  }

  function pointAt(event: PointerEvent): void {
    const place = chart.dayAt(event.offsetX);
    if (!model || !place) return;
    readout.show({ ...model, goal: model.metric.goal }, place.day, place.xPx);
  }

  /** A year of rows costs more than the chart: they are made once per answer, and after the chart is on screen. */
  function updateTable(next: FigureModel): void {
    details.hidden = next.view.series.every(({ points }) => points.every((point) => point === null));
    const isSame =
      tabled?.view === next.view && tabled.metric.name === next.metric.name && tabled.unit === next.unit;
    if (isSame) return;
    tabled = next;
    setTimeout(() => {
      if (tabled === next) tablePlace.replaceChildren(createSeriesTable(next));
    });
  }
}
