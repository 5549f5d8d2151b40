/** Who was exposed: counts and shares by variant, day by day, how old they are, and what to look at when nobody is. */
import { formatAgo, formatCount } from '../../src/shared/format';
import type { ExposuresView } from '../../src/shared/panelExposures';
import { element, setOptionalText, setText, syncChildren } from '../dom';
import { createExposuresChart } from '../exposuresChart';
import type { PageContext, Section } from '../section';
import { readTheme, usesScreenReader } from '../theme';
import { button } from '../view';
import { createExposureAsking } from '../exposureAsking';
import { createDaysTable, createExposuresTable } from './exposuresTable';
import { createErrorNotice } from './notice';

const checkShapes = { ok: '✓', unknown: '?', wrong: '▲' } as const;
const checkWords = { ok: 'in order: ', unknown: 'to be looked at: ', wrong: 'wrong: ' } as const;

export interface Exposures extends Section {
  /** Asks PostHog again. */
  readonly reread: () => void;
}

export function createExposures({ rpc, view: pageView }: PageContext): Exposures {
  let view: ExposuresView | undefined;
  let drawn: string | undefined;
  const asking = createExposureAsking(
    (demand, signal) => rpc.request('exposures', { demand }, { signal }),
    render,
  );

  const status = element('p', { class: 'freshness' });
  // Apart from the age, which changes by itself and is no news.
  const announcement = element('p', { class: 'visually-hidden', role: 'status' });
  const again = button('Count Anew', () => asking.ask('anew'));
  const stop = button('Stop', asking.stop);
  const notice = createErrorNotice(() => asking.ask('again'));
  const nothing = element('p', { class: 'state' });
  const checks = element('ul', { class: 'checks' });
  const tablePlace = element('div', { class: 'table table-exposures' });
  const split = element('p');
  const handling = element('p', { class: 'muted' });
  const canvas = element('canvas', { role: 'img' });
  const chart = createExposuresChart(canvas);
  const chartPlace = element('div', { class: 'chart chart-exposures' }, canvas);
  const daysPlace = element('div', { class: 'table' });
  const details = element('details', {}, element('summary', {}, 'Day by day, as a table'), daysPlace);
  details.open = usesScreenReader();
  details.addEventListener('toggle', drawDays);
  const figure = element('div', { class: 'figure' }, chartPlace, details);
  const facts = element('div', { class: 'exposure-facts' }, tablePlace, split, handling);
  const section = element(
    'section',
    { 'aria-labelledby': 'exposures' },
    element('h2', { id: 'exposures' }, 'Exposures'),
    element('div', { class: 'section-foot' }, status, again, stop),
    announcement,
    notice.element,
    nothing,
    checks,
    element('div', { class: 'exposure-body' }, facts, figure),
  );

  function tick(): void {
    const computedMs = view?.computedMs;
    const age = computedMs === undefined ? '' : `As of ${formatAgo(Date.now() - computedMs)}. `;
    const busy = isBusy() ? 'PostHog is counting…' : '';
    setText(status, `${age}${view?.sourceText ?? ''} ${busy}`.trim());
  }

  function isBusy(): boolean {
    return asking.isAsking() || view?.reading === 'underWay';
  }

  function render(): void {
    section.hidden = !view;
    if (!view) return;
    const isKnown = view.variants.length > 0;
    const isEmpty = isKnown && view.total === 0;
    const failure = asking.failure() ?? view.trouble;
    tick();
    again.hidden = isBusy() || failure !== undefined;
    setText(again, isKnown ? 'Count Anew' : 'Count');
    announce(view);
    stop.hidden = !asking.isAsking();
    notice.update(
      failure === undefined || isBusy()
        ? undefined
        : {
            title: view.several ? 'The exposures may be out of date.' : 'The exposures could not be counted.',
            detail: failure,
            action: 'Retry',
          },
    );
    nothing.classList.toggle('state', !isEmpty);
    setOptionalText(nothing, nothingText(view, isKnown, isEmpty));
    syncChildren(
      checks,
      view.checks,
      ({ text, state }) => state + text,
      ({ text, state }) =>
        element(
          'li',
          { class: `check check-${state}` },
          element('span', { class: 'check-shape', 'aria-hidden': 'true' }, checkShapes[state]),
          element('span', {}, element('span', { class: 'visually-hidden' }, checkWords[state]), text),
        ),
    );
    checks.hidden = view.checks.length === 0;
    facts.hidden = !isKnown || isEmpty;
    figure.hidden = view.days.length === 0 || isEmpty;
    setText(split, view.splitText);
    setOptionalText(handling, view.several === undefined ? '' : view.handlingText);
    drawContent(view);
  }

  function announce({ total, unit, variants }: ExposuresView): void {
    if (isBusy()) setText(announcement, 'PostHog is counting the exposures.');
    else if (announcement.textContent !== '' && variants.length > 0)
      setText(announcement, `${formatCount(total)} ${unit} counted.`);
  }

  function nothingText({ unit, reading }: ExposuresView, isKnown: boolean, isEmpty: boolean): string {
    if (isEmpty) return `No ${unit} were counted so far. This was looked at:`;
    if (isKnown || reading === 'failed') return '';
    return isBusy()
      ? 'PostHog counts the exposures; that may take a minute.'
      : 'The exposures were not counted.';
  }

  /** A new age alone draws nothing again: a selection in the table stays. */
  function drawContent(shown: ExposuresView): void {
    const { variants, days, several, total } = shown;
    const content = JSON.stringify([variants, days, several, total]);
    if (content === drawn) return;
    drawn = content;
    tablePlace.replaceChildren(createExposuresTable(shown));
    canvas.setAttribute('aria-label', chartSentence(shown));
    daysPlace.replaceChildren();
    drawDays();
    redraw();
  }

  function drawDays(): void {
    if (details.open && view && !daysPlace.hasChildNodes()) daysPlace.append(createDaysTable(view));
  }

  function redraw(): void {
    if (view && !figure.hidden) chart.draw(view, readTheme());
  }

  return {
    element: section,
    update(experiment) {
      view = experiment?.exposures;
      if (view) asking.askFor(pageView()?.loadedMs);
      render();
    },
    redraw,
    tick,
    reread: () => {
      if (view) asking.ask('again');
    },
    dispose() {
      asking.stop();
      chart.dispose();
    },
  };
}

function chartSentence({ variants, days, unit }: ExposuresView): string {
  const counts = variants.map(({ key, count }) => `${key} ${formatCount(count)}`).join(', ');
  return `Cumulative ${unit} by variant over ${formatCount(days.length)} days: ${counts}.`;
}
