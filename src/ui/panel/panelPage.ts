import * as v from 'valibot';
import type { Session } from '../../core/session';
import type { Outcome, PageKind, Pages, Palette, ResultOf, ViewOf } from '../../shared/panelProtocol';
import type { Resource } from '../../core/store/resource';
import type { CommandName } from '../ids';

/** What was read this recently is shown as it is. */
const freshMs = 60_000;

export function isFresh(session: Session, resource: Resource<unknown> | undefined): boolean {
  return resource?.state === 'ready' && session.now() - resource.loadedMs < freshMs;
}

/** What a panel does outside itself, on a person's behalf. */
export interface PanelDoors {
  /** Runs one of the extension's own commands. */
  run(command: CommandName, argument: unknown): Promise<Outcome>;
  copy(text: string): Promise<void>;
  /** Which colours the user wants results in. */
  palette(): Palette;
  /** Opens an address in the browser. */
  open(url: string): Promise<void>;
  /** Places in this workspace that ask for a flag; undefined while that is not known. */
  countReferences(flagKey: string): number | undefined;
}

/** Answers one method of a page; only asked while the session of the page's own project is open. */
export type PageAnswer<R> = (session: Session, params: unknown, signal: AbortSignal) => Promise<R>;

export type PageAnswers<K extends PageKind> = {
  [M in keyof Pages[K]['requests'] & string]: PageAnswer<ResultOf<K, M>>;
};

/** What one kind of page adds to what all panels share. */
export interface PanelPage<K extends PageKind> {
  readonly state: ViewOf<K>['state'];
  /** What the extension's commands are told the page is about. */
  readonly about?: { readonly id: number };
  /**
   * Reads what the page shows into the store. Resolves when it is there or its failure is.
   * @param fresh reads again also what was read a moment ago
   */
  read(session: Session, fresh: boolean, signal: AbortSignal): Promise<void>;
  view(session: Session): ViewOf<K>;
  /** What the tab says; undefined keeps what it says. */
  title(view: ViewOf<K>): string | undefined;
  readonly answers: PageAnswers<K>;
}

/** An answer that checks the params of the webview before it acts on them. */
export function answering<S extends v.GenericSchema, R>(
  schema: S,
  handle: (session: Session, params: v.InferOutput<S>, signal: AbortSignal) => Promise<R>,
): PageAnswer<R> {
  return async (session, params, signal) => {
    const parsed = v.safeParse(schema, params);
    if (!parsed.success) throw new Error('The request was not understood.');
    return handle(session, parsed.output, signal);
  };
}
