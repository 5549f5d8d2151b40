/** What the pages of every kind are given and share. */
import type { PageState } from '../../src/shared/panelView';

/** Where the user's picks outlive the page. */
export interface Memory<S extends PageState> {
  readonly load: () => S;
  readonly save: (state: S) => void;
}

/** What the host wrote into the document, shown until the first answer. Untrusted text. */
export interface FirstPaint {
  readonly name: string;
  readonly status: string;
  readonly verdict: string;
}

/** How often ages on a page are written again. */
export const tickMs = 30_000;

/** Calls again and again; returns how to stop. */
export function every(spanMs: number, action: () => void): () => void {
  const timer = setInterval(action, spanMs);
  return () => clearInterval(timer);
}
