/** Ways into PostHog's web app: to the flag, to who saw what, to what a metric counts. */
import type { LinkedPlace, LinksView, PanelLink } from '../../src/shared/panelLinks';
import { element } from '../dom';
import type { Section } from '../section';
import { linkButton } from './linkButton';

const placeWords: Readonly<Record<LinkedPlace, string>> = {
  flag: 'Feature flag',
  cohort: 'Exposure cohort',
  exposures: 'Exposures of the last hour, as they arrive',
};

export function createWebLinks(open: (link: PanelLink) => void): Section {
  const body = element('div', { class: 'web-links' });
  const section = element(
    'section',
    { 'aria-labelledby': 'in-posthog' },
    element('h2', { id: 'in-posthog' }, 'Look further in PostHog'),
    body,
  );
  let shown = '';
  return {
    element: section,
    update(experiment) {
      const links = experiment?.links;
      section.hidden = !links;
      // The links hold the focus: they are made again only when they are others.
      const wanted = JSON.stringify(links ?? null);
      if (!links || wanted === shown) return;
      shown = wanted;
      body.replaceChildren(placeList(links), ...variantTable(links), ...metricList(links));
    },
  };

  function placeList({ places }: LinksView): HTMLElement {
    return list(places.map((to) => linkButton(placeWords[to], () => open({ to }))));
  }

  function variantTable({ variantKeys }: LinksView): readonly HTMLElement[] {
    if (variantKeys.length === 0) return [];
    const rows = variantKeys.map((variantKey) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, element('bdi', {}, variantKey)),
        element(
          'td',
          {},
          linkButton('Recordings', () => open({ to: 'recordings', variantKey }), `of ${variantKey}`),
        ),
        element(
          'td',
          {},
          linkButton('People', () => open({ to: 'people', variantKey }), `of ${variantKey}`),
        ),
      ),
    );
    const heads = ['Variant', 'Sessions', 'Who saw it'].map((text) => element('th', { scope: 'col' }, text));
    return [
      element(
        'table',
        { class: 'links-table' },
        element('caption', {}, 'By variant'),
        element('thead', {}, element('tr', {}, ...heads)),
        element('tbody', {}, ...rows),
      ),
    ];
  }

  function metricList({ metrics }: LinksView): readonly HTMLElement[] {
    if (metrics.length === 0) return [];
    const links = metrics.map(({ uuid, name }) =>
      linkButton(name, () => open({ to: 'insight', metricUuid: uuid }), 'as an insight'),
    );
    return [element('h3', {}, 'Metrics as insights, by variant'), list(links)];
  }
}

function list(items: readonly HTMLElement[]): HTMLElement {
  return element('ul', { class: 'link-list' }, ...items.map((item) => element('li', {}, item)));
}
