/** Whether the results can be trusted: one button a question, each opens its numbers and the next step. */
import type { ChipView } from '../../src/shared/panelTrust';
import { element, setOptionalText, setText, syncChildren } from '../dom';
import type { Section } from '../section';

/** Shape and word, so that colour is not needed. */
const stateShapes: Readonly<Record<ChipView['state'], string>> = { ok: '✓', waiting: '○', warning: '▲' };
const stateWords: Readonly<Record<ChipView['state'], string>> = {
  ok: 'in order',
  waiting: 'not known or not there yet',
  warning: 'warning',
};

const detailId = 'trust-detail';

export function createTrust(): Section {
  let chips: readonly ChipView[] = [];
  let openId: ChipView['id'] | undefined;

  const list = element('ul', { class: 'chips' });
  const title = element('h3');
  const lines = element('ul', { class: 'lines' });
  const step = element('p', { class: 'next-step' });
  const detail = element('div', { class: 'chip-detail', id: detailId }, title, lines, step);
  const section = element(
    'section',
    { class: 'trust', 'aria-labelledby': 'trust' },
    element('h2', { id: 'trust', class: 'visually-hidden' }, 'Can it be trusted?'),
    list,
    detail,
  );
  section.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || openId === undefined) return;
    const closed = openId;
    toggle(closed);
    buttonOf(closed)?.focus();
  });

  function buttonOf(id: ChipView['id']): HTMLElement | undefined {
    return list.querySelector<HTMLElement>(`[data-key="${id}"] button`) ?? undefined;
  }

  function toggle(id: ChipView['id']): void {
    openId = openId === id ? undefined : id;
    render();
  }

  function createChip({ id }: ChipView): HTMLElement {
    const button = element(
      'button',
      { type: 'button', class: 'chip', 'aria-controls': detailId },
      element('span', { class: 'chip-shape', 'aria-hidden': 'true' }),
      element('span', { class: 'chip-label' }),
      element('span', { class: 'visually-hidden' }),
      element('span', { class: 'chip-words' }),
    );
    button.addEventListener('click', () => toggle(id));
    return element('li', {}, button);
  }

  function render(): void {
    syncChildren(list, chips, ({ id }) => id, createChip);
    for (const chip of chips) {
      const button = buttonOf(chip.id);
      if (!button) continue;
      const texts = [stateShapes[chip.state], chip.label, `, ${stateWords[chip.state]}: `, chip.words];
      for (const [place, part] of [...button.children].entries()) setText(part, texts[place] ?? '');
      button.dataset['state'] = chip.state;
      button.setAttribute('aria-expanded', String(chip.id === openId));
    }
    const open = chips.find(({ id }) => id === openId);
    detail.hidden = open === undefined;
    setText(title, open ? `${open.label}: ${open.words}` : '');
    syncChildren(
      lines,
      open?.lines ?? [],
      (line) => line,
      (line) => element('li', {}, line),
    );
    lines.hidden = (open?.lines.length ?? 0) === 0;
    setOptionalText(step, open?.nextStep);
  }

  return {
    element: section,
    update(experiment) {
      chips = experiment?.trust?.chips ?? [];
      section.hidden = chips.length === 0;
      render();
    },
  };
}
