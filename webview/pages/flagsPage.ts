/** The flags that an experiment can be made on: searched, filtered and paged through. */
import {
  allFlags,
  type FlagsContent,
  type FlagsPanelState,
  type FlagsView,
  type FlagsWanted,
} from '../../src/shared/panelFlags';
import type { FlagAction, FlagsDemand } from '../../src/shared/panelProtocol';
import { answerTimeoutMs, type Rpc } from '../rpc';
import { createFlagFilters, type FilterChange } from '../sections/flagFilters';
import { createFlagList } from '../sections/flagList';
import { createPageHead } from '../sections/pageHead';
import { createSkeleton } from '../sections/skeleton';
import { createErrands } from './errands';
import { every, type FirstPaint, type Memory, tickMs } from './pageParts';
import { createPageReading } from './pageReading';

/** Long enough that a word is typed without a question for every letter. */
const typingPauseMs = 300;

const doneWords: Readonly<Record<FlagAction['action'], string>> = {
  useInExperiment: 'Draft created.',
  copyKey: 'Flag key copied.',
  openInPostHog: 'Opened in the browser.',
  openExperiment: 'Experiment opened.',
};

/** Takes over `root`. Returns how to stop. */
export function startFlagsPage(
  root: HTMLElement,
  rpc: Rpc<'flags'>,
  memory: Memory<FlagsPanelState>,
  firstPaint: FirstPaint,
): () => void {
  const first = memory.load();
  let view: FlagsView | undefined;
  let { wanted } = first;
  /** The newest rows, which stay until there are others. */
  let shown: FlagsContent | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const timeoutMs = answerTimeoutMs;
  const reading = createPageReading<FlagsView>(
    {
      ready: (signal) => rpc.request('ready', { page: 'flags' }, { timeoutMs, signal }),
      // As many pages as were read: the host ends each of them by itself.
      refresh: (signal) => rpc.request('refresh', {}, { signal }),
      remedy: (remedy) => rpc.request('remedy', { remedy }),
    },
    () => view,
    accept,
    render,
  );
  const head = createPageHead(firstPaint, () => void reading.refresh());
  const skeleton = createSkeleton('Reading the flags…');
  const errands = createErrands();
  const filters = createFlagFilters({
    search: (text) => want({ ...wanted, search: text, page: 0 }, typingPauseMs),
    filter: (change) => want(filtered(wanted, change)),
    order: (order) => want({ ...wanted, order, page: 0 }),
    clear: () => want({ ...allFlags, order: wanted.order }),
  });
  const list = createFlagList({
    turn: (step) => want({ ...wanted, page: wanted.page + step }),
    read: show,
    stop: reading.stop,
    useInExperiment: (flagKey) => act({ action: 'useInExperiment', flagKey }),
    copyKey: (flagKey) => act({ action: 'copyKey', flagKey }),
    openInPostHog: (flagId) => act({ action: 'openInPostHog', flagId }),
    openExperiment: (experimentId) => act({ action: 'openExperiment', experimentId }),
  });
  document.body.classList.add('wide');
  root.replaceChildren(
    head.element,
    reading.element,
    ...errands.elements,
    filters.element,
    skeleton,
    list.element,
  );

  const stops = [
    rpc.onChanged(hear),
    every(tickMs, head.tick),
    () => clearTimeout(typing),
    () => document.body.classList.remove('wide'),
  ];
  void reading.read();
  return () => {
    for (const stop of stops) stop();
  };

  /** Turns to another search, filter or page; asks for it after a pause in which nothing else is wanted. */
  function want(next: FlagsWanted, pauseMs = 0): void {
    wanted = next;
    memory.save({ ...first, wanted });
    clearTimeout(typing);
    if (pauseMs > 0) typing = setTimeout(() => show('page'), pauseMs);
    else show('page');
  }

  function show(read: FlagsDemand): void {
    const asked = wanted;
    // All of a long list takes as long as it takes: the host tells of every page.
    void reading.ask((signal) => rpc.request('show', { wanted: asked, read }, { signal }));
  }

  /** Takes an answer, unless the user wants something else by now. */
  function accept(next: FlagsView): void {
    if (!isSameList(next.state.wanted, wanted)) {
      show('page');
      return;
    }
    view = next;
    // Where flags are gone the host turns to the last page there is.
    wanted = next.state.wanted;
    memory.save(next.state);
    render();
  }

  /** Takes what the host tells by itself, unless it is about a page that was just left. */
  function hear(next: FlagsView): void {
    const isNews = isSameList(next.state.wanted, wanted);
    if (isNews && (!reading.isAsking() || next.state.wanted.page === wanted.page)) accept(next);
  }

  function act(params: FlagAction): void {
    errands.run(JSON.stringify(params), () => rpc.request('act', params), doneWords[params.action]);
  }

  function render(): void {
    const content = view?.content;
    const busy = reading.isBusy();
    const isAwaited = busy && (!content || (content.rows.length === 0 && content.unread > 0));
    if (!isAwaited) shown = content;
    head.update(content?.projectName, view?.loadedMs, busy);
    reading.render();
    filters.element.hidden = !shown && !busy && view?.trouble?.remedy !== 'retry';
    filters.update(wanted, content);
    skeleton.hidden = shown !== undefined || !busy;
    list.update(shown && { content: shown, wanted, busy });
  }
}

function filtered({ ...wanted }: FlagsWanted, { key, value }: FilterChange): FlagsWanted {
  const { [key]: _, ...others } = wanted;
  return { ...others, page: 0, ...(value !== undefined && { [key]: value }) };
}

/** Whether both ask PostHog for the same, whatever the page. */
function isSameList(a: FlagsWanted, b: FlagsWanted): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ search, order, active, owner, runtime, tag }: FlagsWanted): string {
  return JSON.stringify([search, order, active, owner?.id, runtime, tag]);
}
