/** The only door for text into the page: nodes are made of elements and text, never of markup. */
import { displayText } from '../src/shared/displayText';

export type Child = Node | string;
export type Attributes = Readonly<Record<string, string>>;

/** A new element; strings among the children become text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** A new element of a drawing. */
export function drawing<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<E extends Element>(target: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value);
  target.append(...children.map((child) => (typeof child === 'string' ? displayText(child) : child)));
  return target;
}

/** Writes only what differs, so that a selection or a screen reader is not disturbed by an equal text. */
export function setText(target: Element, text: string): void {
  const shown = displayText(text);
  if (target.textContent !== shown) target.textContent = shown;
}

/** Sets the text and hides the element while there is none. */
export function setOptionalText(target: HTMLElement, text: string | undefined): void {
  setText(target, text ?? '');
  target.hidden = !text;
}

/**
 * Makes the children of `parent` stand for `keys`, in their order. A child whose key remains is kept and not moved
 * without need, and with it focus, selection and state.
 */
export function syncChildren<T>(
  parent: Element,
  items: readonly T[],
  keyOf: (item: T) => string,
  create: (item: T) => Element,
): void {
  const existing = new Map([...parent.children].map((child) => [child.getAttribute('data-key'), child]));
  const wanted = items.map((item) => {
    const key = keyOf(item);
    const kept = existing.get(key);
    existing.delete(key);
    if (kept) return kept;
    const created = create(item);
    created.setAttribute('data-key', key);
    return created;
  });
  for (const leftover of existing.values()) leftover.remove();
  for (const [index, child] of wanted.entries()) {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  }
}
