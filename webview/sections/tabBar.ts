/** The tabs of the panel. The arrows move between them; Enter or Space turns, for a page may have to be read first. */
import type { PageKind } from '../../src/shared/panelProtocol';
import { tabs } from '../../src/shared/panelTabs';
import { element } from '../dom';

export interface TabBar {
  /** Marks a tab as the one whose page is shown. */
  readonly show: (kind: PageKind) => void;
}

/**
 * @param bar an empty element, which becomes the list of tabs
 * @param page the element that holds the page of the shown tab
 */
export function createTabBar(
  bar: HTMLElement,
  page: HTMLElement,
  kinds: readonly PageKind[],
  turn: (kind: PageKind) => void,
): TabBar {
  const buttons = new Map(kinds.map((kind) => [kind, tabButton(kind, turn)]));
  const all = [...buttons.values()];
  bar.setAttribute('role', 'tablist');
  bar.setAttribute('aria-label', 'Pages of this panel');
  bar.replaceChildren(...all);
  page.setAttribute('role', 'tabpanel');
  bar.addEventListener('keydown', (event) => {
    const next = nextOf(event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  function nextOf(key: string): HTMLElement | undefined {
    const place = all.findIndex((button) => button === document.activeElement);
    switch (key) {
      case 'ArrowLeft':
        return all.at(place - 1);
      case 'ArrowRight':
        return all[(place + 1) % all.length];
      case 'Home':
        return all[0];
      case 'End':
        return all.at(-1);
      default:
        return undefined;
    }
  }

  return {
    show(shown) {
      for (const [kind, button] of buttons) {
        button.setAttribute('aria-selected', String(kind === shown));
        // One stop of the Tab key for all tabs.
        button.tabIndex = kind === shown ? 0 : -1;
        if (kind === shown) page.setAttribute('aria-labelledby', button.id);
      }
    },
  };
}

function tabButton(kind: PageKind, turn: (kind: PageKind) => void): HTMLElement {
  const created = element(
    'button',
    { type: 'button', role: 'tab', id: `tab-${kind}`, class: 'tab', 'aria-controls': 'page' },
    tabs[kind].label,
  );
  created.addEventListener('click', () => turn(kind));
  return created;
}
