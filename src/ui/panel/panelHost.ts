import * as v from 'valibot';
import { PostHogError } from '../../core/api/errors';
import type { Sessions } from '../../core/account/sessions';
import { inBackground } from '../../core/inBackground';
import { isAbort } from '../../core/isAbort';
import type { Logger } from '../../core/logger';
import { closedTrouble } from '../../core/panelView/closedTrouble';
import type { Session } from '../../core/session';
import { type Outcome, type PageKind, pageKinds } from '../../shared/panelProtocol';
import type { PageView, PageState, Trouble } from '../../shared/panelView';
import type { CommandName } from '../ids';
import { describeError } from '../messages';
import type { PageAnswer, PanelDoors, PanelPage } from './panelPage';
import { type Answer, type PanelPort, PanelRpc } from './panelRpc';

/** The part of VS Code's panel that the host needs. */
export interface PanelSurface {
  title: string;
  readonly visible: boolean;
  readonly webview: PanelPort;
}

/** The sessions, as far as a panel follows them. */
export type SessionSource = Pick<Sessions, 'state' | 'current' | 'start' | 'reopen' | 'onDidChange'>;

const remedyCommands = {
  signIn: 'signIn',
  selectProject: 'selectProject',
  restore: 'restoreExperiment',
} satisfies Record<string, CommandName>;
const readyParams = v.strictObject({ page: v.picklist(pageKinds) });
const remedyParams = v.strictObject({ remedy: v.picklist(['signIn', 'selectProject', 'restore']) });

/** The pages of one panel, the one that gives it its name first. */
export type PanelPages = readonly [PanelPage<PageKind>, ...PanelPage<PageKind>[]];

/**
 * One panel: answers its webview from the store and tells it when the page it shows changes. Hidden, it is told nothing,
 * only its tab keeps the right name.
 */
export class PanelHost {
  readonly #rpc: PanelRpc;
  readonly #sessionListener: { dispose(): unknown };
  #unsubscribe: () => void = () => undefined;
  #page: PanelPage<PageKind>;
  #shown = '';
  /** Asked for from outside, while the webview may have been hidden and heard nothing. */
  #wanted: PageKind | undefined;

  constructor(
    private readonly surface: PanelSurface,
    private readonly pages: PanelPages,
    private readonly sessions: SessionSource,
    private readonly doors: PanelDoors,
    private readonly logger: Logger,
  ) {
    [this.#page] = pages;
    this.#rpc = new PanelRpc(surface.webview, this.#answers(), (error) => this.#describe(error), logger);
    this.#sessionListener = sessions.onDidChange(() => {
      this.#follow();
      this.#load();
      this.#tell();
    });
    this.#follow();
  }

  /** Has the webview take up other colours. */
  showPalette(): void {
    this.#rpc.tell({ kind: 'palette', palette: this.doors.palette() });
  }

  /** Has the webview turn to this page, now or as soon as it is shown. */
  turn(page: PageKind): void {
    this.#wanted = page;
    this.#rpc.tell({ kind: 'turn', page });
  }

  /** Tells the webview if what stands outside the store made it say something else. */
  redraw(): void {
    this.#tell();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#sessionListener.dispose();
    this.#rpc.dispose();
  }

  #answers(): Record<string, Answer> {
    const ofPages = this.pages.flatMap(({ answers }) =>
      Object.keys(answers).map((method): [string, Answer] => [
        method,
        (params, signal) => this.#answerOfPage(method, params, signal),
      ]),
    );
    return {
      ...Object.fromEntries(ofPages),
      ready: async (params) => {
        this.#open(v.parse(readyParams, params).page);
        // The document may be older than the setting: a hidden one hears nothing and comes back as it was.
        this.showPalette();
        this.#load();
        return this.#remember(this.#view());
      },
      refresh: async (_params, signal) => {
        const session = this.#session();
        if (session) await this.#readAnew(session, signal);
        else await (this.sessions.state.kind === 'failed' ? this.sessions.reopen() : this.sessions.start());
        return this.#remember(this.#view());
      },
      remedy: (params) => this.#remedy(params),
    };
  }

  /** Of a session that ends meanwhile nothing is said any more: what stands in its place is. */
  async #readAnew(session: Session, signal: AbortSignal): Promise<void> {
    try {
      await this.#page.read(session, true, signal);
    } catch (error) {
      if (signal.aborted || !session.signal.aborted) throw error;
      await this.sessions.start();
    }
  }

  /** Two pages may ask by the same word: the one that is shown is the one that asks. */
  async #answerOfPage(method: string, params: unknown, signal: AbortSignal): Promise<unknown> {
    const answers: Readonly<Record<string, PageAnswer<unknown>>> = this.#page.answers;
    const answer = Object.hasOwn(answers, method) ? answers[method] : undefined;
    if (!answer) throw new Error('The request was not understood.');
    return answer(this.#openSession(), params, signal);
  }

  #open(kind: PageKind): void {
    const page = this.pages.find(({ state }) => state.kind === kind);
    if (!page) throw new Error('The panel has no such page.');
    this.#page = page;
    if (this.#wanted !== undefined && this.#wanted !== kind)
      this.#rpc.tell({ kind: 'turn', page: this.#wanted });
    this.#wanted = undefined;
  }

  async #remedy(params: unknown): Promise<Outcome> {
    const { remedy } = v.parse(remedyParams, params);
    return this.doors.run(remedyCommands[remedy], remedy === 'restore' ? this.#page.about : undefined);
  }

  /** The open session, if it is the one this panel belongs to. */
  #session(): Session | undefined {
    return this.#closed() ? undefined : this.sessions.current;
  }

  /** @throws Error with the reason for a person, when the panel's own session is not open */
  #openSession(): Session {
    const session = this.#session();
    if (session) return session;
    const trouble = this.#closed();
    throw new Error(
      trouble ? `${trouble.title} ${trouble.sentence}` : 'The project is being opened. Try again.',
    );
  }

  /** Why the panel's own session is not open; undefined while it is, and while it is being found out. */
  #closed(): Trouble | undefined {
    const { state } = this.sessions;
    switch (state.kind) {
      case 'starting':
        return undefined;
      case 'failed':
        return closedTrouble('failed', state.message);
      case 'signedOut':
      case 'noProject':
        return closedTrouble(state.kind);
      case 'open': {
        const { accountId, projectId } = state.session;
        if (accountId !== this.#page.state.accountId) return closedTrouble('otherAccount');
        return projectId === this.#page.state.projectId ? undefined : closedTrouble('otherProject');
      }
    }
  }

  #follow(): void {
    this.#unsubscribe();
    this.#unsubscribe = this.#session()?.store.subscribe(() => this.#tell()) ?? (() => undefined);
  }

  #tell(): void {
    const view = this.#view();
    if (!this.surface.visible) return;
    const before = this.#shown;
    this.#remember(view);
    if (before !== '' && before !== this.#shown)
      this.#rpc.tell({ kind: 'changed', page: this.#page.state.kind, view });
  }

  /** Keeps what the webview shows, so that it hears of changes only. */
  #remember<V>(view: V): V {
    this.#shown = JSON.stringify(view);
    return view;
  }

  #load(): void {
    const session = this.#session();
    if (session) inBackground(this.#page.read(session, false, session.signal), 'Loading a page', this.logger);
  }

  #view(): PageView<PageState, unknown> {
    const session = this.#session();
    if (!session) return this.#closedView();
    const view = this.#page.view(session);
    // An experiment's panel is called after it, whichever of its pages is shown.
    const isNamed = this.#page === this.pages[0] || this.pages[0].state.kind !== 'experiment';
    const title = isNamed ? this.#page.title(view) : undefined;
    if (title !== undefined && this.surface.title !== title) this.surface.title = title;
    return view;
  }

  /** Without the panel's own session there is nothing to show, and a reason to tell. */
  #closedView(): PageView<PageState, unknown> {
    const trouble = this.#closed();
    return { state: this.#page.state, content: undefined, loading: !trouble, trouble, loadedMs: undefined };
  }

  #describe(error: unknown): string {
    if (error instanceof PostHogError) return describeError(error);
    if (isAbort(error)) return 'Cancelled.';
    this.logger.warn(`A request of the panel failed: ${String(error)}`);
    return error instanceof Error ? error.message : 'Something went wrong.';
  }
}
