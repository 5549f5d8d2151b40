/** A button with a menu below it: arrows move, a letter jumps, Escape closes and gives the focus back. */
import { element, setText, syncChildren } from '../dom';

export interface MenuItem {
  readonly key: string;
  readonly text: string;
}

export interface Menu {
  readonly element: HTMLElement;
  /** The button, for whoever moves the focus. */
  readonly button: HTMLElement;
  /** Hides the whole while there is nothing to choose. */
  readonly update: (items: readonly MenuItem[]) => void;
}

/** @param label what the button says */
export function createMenu(label: string, pick: (key: string) => void): Menu {
  const button = element(
    'button',
    { type: 'button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    label,
    element('span', { class: 'menu-arrow', 'aria-hidden': 'true' }, '▾'),
  );
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': label });
  const whole = element('div', { class: 'menu-place' }, button, list);
  const items = (): HTMLElement[] => [...list.children].filter((item) => item instanceof HTMLElement);
  list.hidden = true;

  button.addEventListener('click', () => (list.hidden ? open(0) : close()));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 0 : -1);
  });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') {
      close();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      button.focus();
      close();
      return;
    }
    const next = nextOf(event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  // Also what closes it on a click elsewhere, and when the window loses the focus.
  whole.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && whole.contains(relatedTarget))) close();
  });

  function nextOf(key: string): HTMLElement | undefined {
    const all = items();
    const place = all.findIndex((item) => item === document.activeElement);
    switch (key) {
      case 'ArrowDown':
        return all[(place + 1) % all.length];
      case 'ArrowUp':
        return all.at(place - 1);
      case 'Home':
        return all[0];
      case 'End':
        return all.at(-1);
      default:
        return [...all.slice(place + 1), ...all.slice(0, place)].find(
          (item) => key.length === 1 && item.textContent?.toLowerCase().startsWith(key.toLowerCase()),
        );
    }
  }

  function open(place: number): void {
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    items().at(place)?.focus();
  }

  function close(): void {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }

  function choose(key: string): void {
    button.focus();
    close();
    pick(key);
  }

  return {
    element: whole,
    button,
    update(next) {
      whole.hidden = next.length === 0;
      syncChildren(
        list,
        next,
        ({ key }) => key,
        ({ key }) => {
          const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' });
          item.addEventListener('click', () => choose(key));
          return item;
        },
      );
      for (const [place, item] of items().entries()) setText(item, next[place]?.text ?? '');
    },
  };
}
