import type { PageView, PageState } from '../../src/shared/panelView';

export type Answer<T> =
  | { readonly kind: 'result'; readonly value: T }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'silence' };

/** A host in one state: what it wrote into the document, and how it answers. */
export interface PanelScenario {
  readonly panel: PageState;
  /** The answer to `ready`, and with a new age to `refresh`. */
  readonly view: Answer<PageView<PageState, unknown>>;
  /** The answer to what only this kind of page asks; undefined for the rest. */
  readonly answer: (method: string, params: unknown) => Answer<unknown> | undefined;
}
