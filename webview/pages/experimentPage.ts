/** One experiment and what happens on its page: a header, and sections from top to bottom. */
import type { ExportWanted } from '../../src/shared/panelExport';
import type { PanelLink } from '../../src/shared/panelLinks';
import type { Outcome } from '../../src/shared/panelProtocol';
import type { ExperimentPanelState, ExperimentView, PanelAction } from '../../src/shared/panelView';
import { answerTimeoutMs, type Rpc } from '../rpc';
import type { PageContext, Section } from '../section';
import { createHeader } from '../sections/header';
import { createOverTime } from '../sections/overTime';
import { createExposures } from '../sections/exposures';
import { createPower } from '../sections/power';
import { createTrust } from '../sections/trust';
import { createResults } from '../sections/results';
import { createSkeleton } from '../sections/skeleton';
import { createWarnings } from '../sections/warnings';
import { createWebLinks } from '../sections/webLinks';
import { onThemeChange } from '../theme';
import { createErrands } from './errands';
import { type FirstPaint, type Memory, every, tickMs } from './pageParts';
import { createPageReading } from './pageReading';
import { createPicks } from './picks';

const doneWords: Readonly<Record<PanelAction, string>> = {
  edit: 'Saved.',
  recalculate: 'PostHog recalculates the daily results.',
  duplicate: 'Duplicated.',
  archive: 'Archived.',
  unarchive: 'Unarchived.',
  openInPostHog: 'Opened in the browser.',
  copyFlagKey: 'Flag key copied.',
  createCohort: 'PostHog has the cohort.',
  checkFlag: 'Events were looked at.',
  delete: 'Deleted.',
};

/** Takes over `root`, whose first paint by the host it keeps until there is more to say. Returns how to stop. */
export function startExperimentPage(
  root: HTMLElement,
  rpc: Rpc<'experiment'>,
  memory: Memory<ExperimentPanelState>,
  firstPaint: FirstPaint,
): () => void {
  let view: ExperimentView | undefined;
  let isStopped = false;
  const timeoutMs = answerTimeoutMs;
  const reading = createPageReading(
    {
      ready: (signal) => rpc.request('ready', { page: 'experiment' }, { timeoutMs, signal }),
      refresh: (signal) => rpc.request('refresh', {}, { timeoutMs, signal }),
      remedy: (remedy) => rpc.request('remedy', { remedy }),
    },
    () => view,
    accept,
    renderReading,
  );
  const header = createHeader(firstPaint, { refresh: () => void refresh(), act, exportTo });
  const errands = createErrands();
  const skeleton = createSkeleton('Reading the experiment…');
  const context: PageContext = { rpc, picks: createPicks(memory), view: () => view };
  const overTime = createOverTime(context);
  const exposures = createExposures(context);
  const results = createResults(context);
  const warnings = createWarnings();
  const sections: readonly Section[] = [
    warnings,
    createTrust(),
    exposures,
    results,
    overTime,
    createPower(),
    createWebLinks(open),
  ];
  root.replaceChildren(
    header.element,
    reading.element,
    ...errands.elements,
    skeleton,
    ...sections.map((section) => section.element),
  );
  render();

  const stops = [
    rpc.onChanged(accept),
    onThemeChange(() => {
      for (const section of sections) section.redraw?.();
    }),
    every(tickMs, () => {
      header.tick();
      for (const section of sections) section.tick?.();
    }),
    ...sections.flatMap((section) => section.dispose ?? []),
  ];
  void reading.read();
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };

  async function refresh(): Promise<void> {
    if (!(await reading.refresh())) return;
    results.reread();
    overTime.reread('fresh');
    exposures.reread();
  }

  function accept(next: ExperimentView): void {
    const isFirst = view?.content === undefined && next.content !== undefined;
    view = next;
    if (!isFirst) {
      render();
      return;
    }
    // What is said first is on screen before the tables and charts are made.
    renderReading();
    warnings.update(next.content);
    requestAnimationFrame(() => setTimeout(() => isStopped || render()));
  }

  function act(action: PanelAction): void {
    // No time limit: the host may be asking the user something.
    const ask = async (): Promise<Outcome> => {
      const outcome = await rpc.request('act', { action });
      // The days on screen are deleted by now.
      if (action === 'recalculate' && outcome.kind === 'done') overTime.reread('again');
      return outcome;
    };
    errands.run(action, ask, doneWords[action]);
  }

  function exportTo(to: ExportWanted['to']): void {
    const doneWord = to === 'clipboard' ? 'Copied.' : 'Saved.';
    errands.run(
      `export ${to}`,
      () => (to === 'png' ? savePicture() : rpc.request('export', { to })),
      doneWord,
    );
  }

  async function savePicture(): Promise<Outcome> {
    const picture = overTime.exportPng();
    if (picture === undefined) return { kind: 'refused', reason: 'There is no chart to save.' };
    return rpc.request('export', { to: 'png', picture });
  }

  function open(link: PanelLink): void {
    errands.run(JSON.stringify(link), () => rpc.request('open', link), doneWords.openInPostHog);
  }

  function render(): void {
    renderReading();
    for (const section of sections) section.update(view?.content);
  }

  /** What there is to say of the reading itself, and of what is known before the first answer. */
  function renderReading(): void {
    const experiment = view?.content;
    const busy = reading.isBusy();
    header.update({ experiment, loadedMs: view?.loadedMs, reading: busy });
    reading.render();
    skeleton.hidden = experiment !== undefined || !busy;
  }
}
