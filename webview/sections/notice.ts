/** A strip that says what went wrong and offers one way on. */
import { element, setText } from '../dom';
import { button } from '../view';

export interface NoticeContent {
  readonly title: string;
  readonly detail: string;
  /** What the button says. */
  readonly action: string;
}

export interface Notice {
  readonly element: HTMLElement;
  /** Undefined hides the strip. */
  readonly update: (content: NoticeContent | undefined) => void;
}

export function createErrorNotice(onAction: () => void): Notice {
  const title = element('strong');
  const detail = element('span');
  const action = button('', onAction);
  const strip = element(
    'div',
    { class: 'notice notice-error', role: 'alert' },
    element('span', { class: 'notice-shape', 'aria-hidden': 'true' }, '✕'),
    element('p', {}, title, ' ', detail),
    action,
  );
  strip.hidden = true;
  return {
    element: strip,
    update(content) {
      strip.hidden = !content;
      setText(title, content?.title ?? '');
      setText(detail, content?.detail ?? '');
      setText(action, content?.action ?? '');
    },
  };
}
