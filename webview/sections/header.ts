/** Top of the page: which experiment this is, how it stands, how old that knowledge is, and what can be done. */
import type { ExperimentSummaryView } from '../../src/shared/panelView';
import { cutText } from '../../src/shared/cutText';
import { formatAgo } from '../../src/shared/format';
import { element, setOptionalText, setText } from '../dom';
import type { FirstPaint } from '../pages/pageParts';
import { type ActionCommands, createActionBar } from './actionBar';
import { createFreshness } from './freshness';

/** Shape beside the word, so that colour is not needed. */
const statusShapes: Readonly<Record<ExperimentSummaryView['statusTone'], string>> = {
  live: '●',
  waiting: '○',
  done: '■',
  warning: '▲',
};

/** Longer keys stand whole in the tables. */
const maxKeyLength = 60;

export interface HeaderModel {
  readonly experiment: ExperimentSummaryView | undefined;
  readonly loadedMs: number | undefined;
  readonly reading: boolean;
}

export interface Header {
  readonly element: HTMLElement;
  readonly update: (model: HeaderModel) => void;
  /** Rewrites what depends on the present time. */
  readonly tick: () => void;
}

/** @param firstPaint name and status as the host wrote them into the document, shown until the first answer */
export function createHeader(firstPaint: FirstPaint, commands: ActionCommands): Header {
  const name = element('h1', {}, firstPaint.name);
  const shape = element('span', { class: 'status-shape', 'aria-hidden': 'true' });
  const word = element('span');
  const status = element('span', { class: 'status' }, shape, word);
  const age = element('span', {}, firstPaint.status);
  const description = element('p', { class: 'description' });
  const conclusion = element('p', { class: 'conclusion' });
  const flagKey = element('code');
  const variants = element('dd');
  const facts = element(
    'dl',
    { class: 'facts' },
    element('div', {}, element('dt', {}, 'Flag key'), element('dd', {}, flagKey)),
    element('div', {}, element('dt', {}, 'Variants'), variants),
  );
  const verdict = element('p', { class: 'verdict-sentence', role: 'status' }, firstPaint.verdict);
  const asOf = element('p', { class: 'muted' });
  const freshness = createFreshness();
  let computedMs: number | undefined;
  const actions = createActionBar(commands);
  return {
    element: element(
      'header',
      {},
      name,
      element('p', { class: 'status-line' }, status, age),
      verdict,
      asOf,
      description,
      conclusion,
      facts,
      element('div', { class: 'header-foot' }, actions.element, freshness.element),
    ),
    tick() {
      freshness.tick();
      showAge();
    },
    update({ experiment, loadedMs, reading }) {
      for (const part of [status, facts, actions.element]) part.hidden = !experiment;
      setOptionalText(description, experiment?.description);
      setOptionalText(conclusion, experiment?.conclusionText);
      // What the host wrote at first is no news of an experiment that cannot be read.
      if (!experiment && !reading) {
        setText(age, '');
        setOptionalText(verdict, undefined);
      }
      if (experiment) {
        setText(name, experiment.name);
        setText(word, experiment.statusWord);
        setText(shape, statusShapes[experiment.statusTone]);
        status.dataset['tone'] = experiment.statusTone;
        setText(age, experiment.ageText);
        setOptionalText(verdict, experiment.results?.verdictSentence);
        computedMs = experiment.results?.asOfMs;
        showAge();
        setText(flagKey, experiment.flagKey);
        setText(variants, experiment.variants.map(variantText).join(', '));
        actions.update(experiment.actions, experiment.exports);
      }
      freshness.update(loadedMs, reading && experiment !== undefined);
    },
  };

  function showAge(): void {
    setOptionalText(
      asOf,
      computedMs === undefined ? undefined : `Results as of ${formatAgo(Date.now() - computedMs)}`,
    );
  }
}

function variantText({ key, rolloutPercent }: ExperimentSummaryView['variants'][number]): string {
  const name = cutText(key, maxKeyLength);
  return rolloutPercent === undefined ? name : `${name} ${rolloutPercent}%`;
}
