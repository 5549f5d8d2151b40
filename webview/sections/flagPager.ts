/** Says which part of the list is on screen and turns to the others. */
import { element, setText } from '../dom';
import { button } from '../view';

export interface FlagPager {
  readonly element: HTMLElement;
  readonly update: (model: FlagPagerModel) => void;
}

export interface FlagPagerModel {
  readonly words: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** @param name tells two pagers of one list apart, to a screen reader */
export function createFlagPager(name: string, turn: (step: 1 | -1) => void): FlagPager {
  const words = element('p', {});
  const previous = button('Previous', () => turn(-1));
  const next = button('Next', () => turn(1));
  const buttons = element('div', { class: 'buttons' }, previous, next);

  /** A button that goes dead under the keyboard hands it to the other one. */
  function enable(target: HTMLElement, isPossible: boolean, other: HTMLElement): void {
    const hadFocus = target === document.activeElement;
    target.toggleAttribute('disabled', !isPossible);
    if (hadFocus && !isPossible) other.focus();
  }

  return {
    element: element('nav', { class: 'pager', 'aria-label': name }, words, buttons),
    update({ words: text, hasPrevious, hasNext }) {
      setText(words, text);
      buttons.hidden = !hasPrevious && !hasNext;
      if (hasPrevious) enable(previous, true, next);
      enable(next, hasNext, previous);
      enable(previous, hasPrevious, next);
    },
  };
}
