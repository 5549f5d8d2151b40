import assert from 'node:assert/strict';
import { experimentUrl, findLinkedUrl, toLinksView } from '../../../../src/core/experiment/webLinks';
import type { PanelLink } from '../../../../src/shared/panelLinks';
import { aDetail, aFlag, aMetric } from '../../support/models';
import { openSession } from '../../support/openSession';

const cloud = { webUrl: 'https://us.posthog.com/project/42' };
const startMs = Date.UTC(2026, 2, 2, 9, 30);
const node = { kind: 'EventsNode', event: 'purchase & go?' };
const funnel = aMetric({ uuid: 'm1', name: 'Purchase', type: 'funnel', definition: { series: [node] } });
const experiment = aDetail({
  startMs,
  flagKey: 'checkout-cta',
  flag: aFlag({ id: 901 }),
  exposureCohortId: 77,
  primaryMetrics: [funnel],
  secondaryMetrics: [],
});
const url = (link: PanelLink, of = experiment) => findLinkedUrl(cloud, of, link);

/** What the web app reads from the address, after VS Code has decoded it and encoded it again. */
function jsonIn(address: string | undefined): { path: string; value: Record<string, unknown> } {
  const [path = '', value = ''] = (address ?? '').split(/(?:\?filters|#q)=/);
  const again = encodeURI(decodeURIComponent(value));
  assert.doesNotMatch(again, /[&#+]|%25|%3F/, 'a mark that ends or changes the value');
  return { path, value: JSON.parse(decodeURIComponent(again)) as Record<string, unknown> };
}

describe('The address of an experiment in the web app', () => {
  it('is below its project, and nowhere for sample data', () => {
    const { session } = openSession([]);
    assert.equal(
      experimentUrl({ ...session, ...cloud }, 311),
      'https://us.posthog.com/project/42/experiments/311',
    );
    assert.equal(experimentUrl(session, 311), undefined);
  });
});

describe('A link of the panel into the web app', () => {
  it('leads to the flag and to the cohort, where there are such', () => {
    assert.equal(url({ to: 'flag' }), 'https://us.posthog.com/project/42/feature_flags/901');
    assert.equal(url({ to: 'cohort' }), 'https://us.posthog.com/project/42/cohorts/77');
    const bare = aDetail({ flag: undefined, exposureCohortId: undefined });
    assert.deepEqual([url({ to: 'flag' }, bare), url({ to: 'cohort' }, bare)], [undefined, undefined]);
  });

  it('leads nowhere for sample data, and never to another host', () => {
    const links: readonly PanelLink[] = [
      { to: 'flag' },
      { to: 'cohort' },
      { to: 'exposures' },
      { to: 'recordings', variantKey: '@evil.example/' },
      { to: 'people', variantKey: '//evil.example' },
      { to: 'insight', metricUuid: 'm1' },
    ];
    for (const link of links) {
      assert.equal(findLinkedUrl({ webUrl: undefined }, experiment, link), undefined);
      const address = new URL(url(link) ?? '');
      assert.equal(address.origin, 'https://us.posthog.com');
      assert.ok(address.pathname.startsWith('/project/42/'), address.pathname);
    }
  });

  it('filters recordings by the exposure to the variant since the launch', () => {
    const { path, value } = jsonIn(url({ to: 'recordings', variantKey: 'te&st#%3D+?' }));
    assert.equal(path, 'https://us.posthog.com/project/42/replay/home');
    assert.equal(value['date_from'], '2026-03-02T09:30:00.000Z');
    assert.deepEqual(value['filter_group'], {
      type: 'AND',
      values: [
        {
          type: 'AND',
          values: [
            {
              id: '$feature_flag_called',
              name: '$feature_flag_called',
              type: 'events',
              properties: [
                {
                  key: '$feature_flag_response',
                  value: ['te&st#%3D+?'],
                  operator: 'exact',
                  type: 'event',
                },
                { key: '$feature_flag', value: ['checkout-cta'], operator: 'exact', type: 'event' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('asks for an exposure event of one’s own by the property that every event carries', () => {
    const own = aDetail({
      startMs,
      flagKey: 'checkout-cta',
      exposureCriteria: { exposure_config: { event: 'page seen' }, filterTestAccounts: true },
    });
    const { value } = jsonIn(url({ to: 'recordings', variantKey: 'test' }, own));
    assert.equal(value['filter_test_accounts'], true);
    assert.match(JSON.stringify(value), /"id":"page seen".*"key":"\$feature\/checkout-cta"/);
  });

  it('shows a metric by variant as the kind of insight that fits it', () => {
    const kindOf = (type: typeof funnel.type, definition: Record<string, unknown>) => {
      const metric = aMetric({ uuid: 'm', type, definition });
      const address = url({ to: 'insight', metricUuid: 'm' }, { ...experiment, primaryMetrics: [metric] });
      return address === undefined ? undefined : (jsonIn(address).value['source'] as Record<string, unknown>);
    };
    assert.equal(kindOf('funnel', { series: [node, node] })?.['kind'], 'FunnelsQuery');
    assert.deepEqual(kindOf('mean', { source: node })?.['series'], [node]);
    assert.deepEqual(kindOf('mean', { source: node })?.['breakdownFilter'], {
      breakdown: '$feature/checkout-cta',
      breakdown_type: 'event',
    });
    assert.deepEqual(kindOf('ratio', { numerator: node, denominator: node })?.['series'], [node, node]);
    for (const odd of [{}, { source: null }, { source: { kind: 'ExperimentDataWarehouseNode' } }])
      assert.equal(kindOf('mean', odd), undefined);
    assert.equal(kindOf('retention', { source: node }), undefined);
    assert.equal(url({ to: 'insight', metricUuid: 'other' }), undefined);
  });

  it('is not offered where an address would be longer than browsers take', () => {
    const long = aMetric({
      uuid: 'm',
      type: 'mean',
      definition: { source: { ...node, event: 'x'.repeat(9000) } },
    });
    assert.deepEqual(toLinksView(cloud, { ...experiment, primaryMetrics: [long] }).metrics, []);
  });

  it('is offered by variant and metric once the experiment was launched', () => {
    assert.deepEqual(toLinksView(cloud, experiment), {
      places: ['flag', 'cohort', 'exposures'],
      variantKeys: experiment.variants.map(({ key }) => key),
      metrics: [{ uuid: 'm1', name: 'Purchase' }],
    });
    const draft = toLinksView(cloud, { ...experiment, startMs: undefined });
    assert.deepEqual([draft.variantKeys, draft.metrics], [[], []]);
  });
});
