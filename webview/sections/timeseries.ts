/** How the effect of every variant on one metric went, day by day. */
import type { TimeseriesView } from '../../src/shared/panelSeries';
import type { ExperimentSummaryView, MetricView } from '../../src/shared/panelView';
import { element, setOptionalText, syncChildren } from '../dom';
import { hasAnyPoint } from '../scene';
import type { SeriesState } from '../seriesState';
import { button, picker } from '../view';
import { createErrorNotice } from './notice';
import { createSeriesFigure } from './seriesFigure';
import { emptyWords, insteadOfChart, methodWords, metricWords, roleWord, seriesNotes } from './seriesWords';

export interface TimeseriesModel {
  readonly experiment: ExperimentSummaryView;
  /** False while only the experiment's row of a list is known. */
  readonly isRead: boolean;
  readonly metric: PickedMetric | undefined;
  readonly series: SeriesState | undefined;
  readonly hidden: ReadonlySet<string>;
  /** Of the reading of what was done to the experiment. */
  readonly changes: { readonly loading: boolean; readonly error: string | undefined };
}

export interface PickedMetric {
  readonly key: string;
  readonly metric: MetricView;
}

export interface TimeseriesSection {
  readonly element: HTMLElement;
  readonly update: (model: TimeseriesModel | undefined) => void;
  /** Draws again with the theme as it is now. */
  readonly redraw: () => void;
  /** Rewrites what depends on the present time. */
  readonly tick: () => void;
  readonly dispose: () => void;
}

export interface TimeseriesCommands {
  readonly pickMetric: (key: string) => void;
  readonly toggleVariant: (variantKey: string, shown: boolean) => void;
  readonly retry: () => void;
  readonly recalculate: () => void;
  /** Reads what was done to the experiment, for the chart. */
  readonly markChanges: () => void;
}

/** Names a metric within one experiment; not every metric has an id of its own. */
export function metricKey({ uuid, role }: MetricView, index: number): string {
  return `${role} ${uuid ?? index}`;
}

export function createTimeseries(commands: TimeseriesCommands): TimeseriesSection {
  const metricPicker = picker('metric', 'Metric', commands.pickMetric);
  const words = element('p', { class: 'muted metric-words' });
  const empty = element('p', { class: 'state' });
  const notes = element('div', { class: 'notes', role: 'status' });
  const failure = createErrorNotice(commands.retry);
  const figure = createSeriesFigure(commands.toggleVariant);
  const method = element('p', { class: 'muted' });
  const recalculate = button('Recalculate This Metric…', commands.recalculate);
  const changes = button('Mark Changes', commands.markChanges);
  const changesTrouble = element('p', { class: 'muted', role: 'status' });
  const tools = element('div', { class: 'buttons' }, changes, recalculate);
  let shown: TimeseriesView | undefined;
  let noted: TimeseriesView | undefined;
  const pickerRow = element('div', { class: 'picker-row' }, metricPicker.element, words);
  const section = element(
    'section',
    { 'aria-labelledby': 'over-time' },
    element('h2', { id: 'over-time' }, 'Over time'),
    pickerRow,
    failure.element,
    notes,
    empty,
    figure.element,
    method,
    tools,
    changesTrouble,
  );

  return {
    element: section,
    update(model) {
      section.hidden = !model;
      if (!model) return;
      const { experiment, isRead, metric: picked, series, hidden } = model;
      const nothing = emptyWords(experiment, isRead);
      pickerRow.hidden = nothing !== undefined;
      setOptionalText(words, picked && metricWords(picked.metric));
      const metric = nothing === undefined ? picked?.metric : undefined;
      const view = metric && series?.view;
      setOptionalText(empty, nothing ?? (metric && insteadOfChart(metric, series)));
      section.toggleAttribute('aria-busy', Boolean(series?.loading));
      noted = view;
      shown = view && hasAnyPoint(view) ? view : undefined;
      recalculate.hidden =
        !metric || metric.uuid === undefined || !experiment.actions.includes('recalculate');
      recalculate.toggleAttribute('disabled', view?.recalculation !== undefined);
      changes.hidden = !shown || shown.areChangesKnown;
      changes.toggleAttribute('disabled', model.changes.loading);
      setOptionalText(changesTrouble, model.changes.error);
      tick();
      failure.update(
        metric && series?.error
          ? { title: failureTitle(series), detail: series.error, action: 'Retry' }
          : undefined,
      );
      figure.update(metric && view && { view, metric, hidden, unit: experiment.unit });
      metricPicker.update(experiment.metrics.map(choiceOf), picked?.key);
    },
    redraw: figure.redraw,
    tick,
    dispose: figure.dispose,
  };

  function tick(): void {
    showNotes(noted ? seriesNotes(noted, Date.now()) : []);
    setOptionalText(method, shown && methodWords(shown, Date.now()));
  }

  function showNotes(texts: readonly string[]): void {
    notes.hidden = texts.length === 0;
    syncChildren(
      notes,
      texts,
      (text) => text,
      (text) => element('p', {}, text),
    );
  }
}

function choiceOf(metric: MetricView, index: number): { key: string; text: string } {
  return { key: metricKey(metric, index), text: `${roleWord(metric)}: ${metric.name}` };
}

function failureTitle({ view }: SeriesState): string {
  return view ? 'These results are older than they should be.' : 'The daily results could not be read.';
}
