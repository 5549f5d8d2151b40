/** How a page asks its host for what it shows, and what it knows of the asking. */
import type { Outcome } from '../../src/shared/panelProtocol';
import type { PageView, PanelState, Remedy, Trouble } from '../../src/shared/panelView';
import { createErrorNotice } from '../sections/notice';

type AnyView = PageView<PanelState, unknown>;

/** What a page needs of its host to be read. */
export interface ReadingPort<V extends AnyView> {
  readonly ready: () => Promise<V>;
  readonly refresh: () => Promise<V>;
  readonly remedy: (remedy: Exclude<Remedy, 'retry'>) => Promise<Outcome>;
}

export interface PageReading {
  /** The strip that says what went wrong, with the way on. */
  readonly element: HTMLElement;
  /** Asks for the first view, or for it again after a failure. */
  readonly read: () => Promise<void>;
  /** Asks PostHog itself. Resolves to whether that went well; false too when the page was being read already. */
  readonly refresh: () => Promise<boolean>;
  /** Whether the host or PostHog is being waited for. */
  readonly isBusy: () => boolean;
  /** Shows or hides the strip. */
  readonly render: () => void;
}

const remedyWords: Readonly<Record<Remedy, string>> = {
  retry: 'Retry',
  signIn: 'Sign In',
  selectProject: 'Select Project',
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
): PageReading {
  let reading = false;
  let failure: string | undefined;
  const notice = createErrorNotice(() => void cure());
  const isBusy = (): boolean => reading || Boolean(current()?.loading);

  async function attempt(ask: () => Promise<V>): Promise<boolean> {
    reading = true;
    failure = undefined;
    onChange();
    try {
      accept(await ask());
    } catch (error) {
      failure = sentenceOf(error);
    } finally {
      reading = false;
      onChange();
    }
    return failure === undefined && !current()?.trouble;
  }

  async function refresh(): Promise<boolean> {
    return reading ? false : attempt(port.refresh);
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
    isBusy,
    render() {
      const shown = trouble();
      notice.update(
        shown && { title: shown.title, detail: shown.sentence, action: remedyWords[shown.remedy] },
      );
    },
  };
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
