/** How a page asks its host for what it shows, and what it knows of the asking. */
import type { Outcome } from '../../src/shared/panelProtocol';
import type { PageView, PageState, Remedy, Trouble } from '../../src/shared/panelView';
import { createErrorNotice } from '../sections/notice';
import { sentenceOf } from '../sentenceOf';

type AnyView = PageView<PageState, unknown>;

/** What a page needs of its host to be read. */
export interface ReadingPort<V extends AnyView> {
  readonly ready: Ask<V>;
  readonly refresh: Ask<V>;
  readonly remedy: (remedy: Exclude<Remedy, 'retry'>) => Promise<Outcome>;
}

/** One question to the host. The signal aborts when another takes its place. */
export type Ask<V> = (signal: AbortSignal) => Promise<V>;

export interface PageReading<V> {
  /** The strip that says what went wrong, with the way on. */
  readonly element: HTMLElement;
  /** Asks for the first view, or for it again after a failure. */
  readonly read: () => Promise<void>;
  /** Asks PostHog itself. Resolves to whether that went well; false too when the page was being read already. */
  readonly refresh: () => Promise<boolean>;
  /** Asks the host something that it answers with a view, in place of what it is being asked. */
  readonly ask: (question: Ask<V>) => Promise<void>;
  /** Waits no longer. What was read until then stays. */
  readonly stop: () => void;
  /** Whether the host or PostHog is being waited for. */
  readonly isBusy: () => boolean;
  /** Whether the page itself has a question under way. */
  readonly isAsking: () => boolean;
  /** Shows or hides the strip. */
  readonly render: () => void;
}

const remedyWords: Readonly<Record<Remedy, string>> = {
  retry: 'Retry',
  signIn: 'Sign In',
  selectProject: 'Select Project',
  restore: 'Restore…',
};

/**
 * @param current the newest view there is
 * @param accept gets every view that was asked for; views the host tells by itself are the page's own affair
 * @param onChange called after what is under way has changed
 */
export function createPageReading<V extends AnyView>(
  port: ReadingPort<V>,
  current: () => V | undefined,
  accept: (view: V) => void,
  onChange: () => void,
): PageReading<V> {
  let underWay: AbortController | undefined;
  let failure: string | undefined;
  const notice = createErrorNotice(() => void cure());
  const isBusy = (): boolean => underWay !== undefined || Boolean(current()?.loading);

  async function attempt(ask: Ask<V>): Promise<boolean> {
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    failure = undefined;
    onChange();
    try {
      const view = await ask(mine.signal);
      if (underWay === mine) accept(view);
    } catch (error) {
      if (underWay === mine && !mine.signal.aborted) failure = sentenceOf(error);
    }
    if (underWay !== mine) return false;
    underWay = undefined;
    onChange();
    return failure === undefined && !current()?.trouble;
  }

  async function refresh(): Promise<boolean> {
    return underWay ? false : attempt(port.refresh);
  }

  function trouble(): Trouble | undefined {
    if (isBusy()) return undefined;
    if (failure === undefined) return current()?.trouble;
    return {
      title: current()?.content ? 'What you see may be out of date.' : 'The page could not be read.',
      sentence: failure,
      remedy: 'retry',
    };
  }

  async function cure(): Promise<void> {
    const remedy = trouble()?.remedy;
    if (remedy === undefined || remedy === 'retry') {
      await (current() ? refresh() : attempt(port.ready));
      return;
    }
    try {
      // What comes of it is told by the host: another session is another view.
      await port.remedy(remedy);
    } catch (error) {
      failure = sentenceOf(error);
      onChange();
    }
  }

  return {
    element: notice.element,
    read: async () => void (await attempt(port.ready)),
    refresh,
    ask: async (question) => void (await attempt(question)),
    stop: () => underWay?.abort(),
    isBusy,
    isAsking: () => underWay !== undefined,
    render() {
      const shown = trouble();
      notice.update(
        shown && { title: shown.title, detail: shown.sentence, action: remedyWords[shown.remedy] },
      );
    },
  };
}
