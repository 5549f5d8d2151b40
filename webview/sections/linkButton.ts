/** A button that looks like a link: what it does belongs to one row, of many. */
import { element } from '../dom';

/** @param about said to a screen reader after the text, for the same words stand in every row */
export function linkButton(text: string, onClick: () => void, about?: string): HTMLElement {
  const created = element(
    'button',
    { type: 'button', class: 'link' },
    text,
    ...(about === undefined ? [] : [element('span', { class: 'visually-hidden' }, ` ${about}`)]),
  );
  created.addEventListener('click', onClick);
  return created;
}
