/** How old is what the page shows, and whether newer is on its way. */
import { formatAgo } from '../../src/shared/format';
import { element, setText } from '../dom';

export interface Freshness {
  readonly element: HTMLElement;
  readonly update: (loadedMs: number | undefined, reading: boolean) => void;
  /** Rewrites what depends on the present time. */
  readonly tick: () => void;
}

export function createFreshness(): Freshness {
  const words = element('p', { class: 'freshness' });
  let known: { readonly loadedMs: number | undefined; readonly reading: boolean } = {
    loadedMs: undefined,
    reading: false,
  };

  function tick(): void {
    const { loadedMs, reading } = known;
    const read = loadedMs === undefined ? '' : `Read from PostHog ${formatAgo(Date.now() - loadedMs)}`;
    setText(words, reading ? `${read && `${read}. `}Reading…` : read);
  }

  return {
    element: words,
    tick,
    update(loadedMs, reading) {
      known = { loadedMs, reading };
      tick();
    },
  };
}
