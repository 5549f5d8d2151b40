/** Top of a page about a whole project: what it is, of which project, how old, and Refresh. */
import { element, setOptionalText } from '../dom';
import { button } from '../view';
import { createFreshness } from './freshness';

export interface PageHead {
  readonly element: HTMLElement;
  /** @param projectName undefined keeps what the host wrote at first */
  readonly update: (projectName: string | undefined, loadedMs: number | undefined, reading: boolean) => void;
  readonly tick: () => void;
}

/** @param firstPaint name of the page and of its project, as the host wrote them into the document */
export function createPageHead(
  firstPaint: { readonly name: string; readonly status: string },
  refresh: () => void,
): PageHead {
  const project = element('p', { class: 'muted project' });
  setOptionalText(project, firstPaint.status);
  const freshness = createFreshness();
  const foot = element(
    'div',
    { class: 'header-foot' },
    element('div', { class: 'buttons' }, button('Refresh', refresh)),
    freshness.element,
  );
  foot.hidden = true;
  return {
    element: element('header', {}, element('h1', {}, firstPaint.name), project, foot),
    update(projectName, loadedMs, reading) {
      if (projectName !== undefined) setOptionalText(project, projectName);
      foot.hidden = loadedMs === undefined;
      freshness.update(loadedMs, reading);
    },
    tick: freshness.tick,
  };
}
