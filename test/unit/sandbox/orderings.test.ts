import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const metric = (uuid: string) => ({
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  uuid,
  source: { kind: 'EventsNode', event: 'signup' },
});
const missing = (side: string, uuids: string) =>
  invalidBody(
    `${side}_metrics_ordered_uuids is missing UUIDs: ${uuids}. This is likely a frontend bug - please refresh and try again.`,
  );

async function make(era: EraName, body: object = {}) {
  const open = openSandbox({ era, experiments: 0 });
  const made = await open.ask('POST', '', {
    name: 'A',
    feature_flag_key: 'a',
    metrics: [metric('a'), metric('b')],
    ...body,
  });
  return { ...open, made, id: (made.body as { id: number }).id };
}

function orderingOf(body: unknown): unknown {
  return (body as { primary_metrics_ordered_uuids: unknown }).primary_metrics_ordered_uuids;
}

describe('sandbox: orderings of metrics', () => {
  it('on create: the oldest server says what is missing, later ones append it', async () => {
    const sent = { primary_metrics_ordered_uuids: ['b'] };
    assert.deepEqual((await make('B', sent)).made.body, missing('primary', "['a']"));
    assert.equal(orderingOf((await make('B')).made.body), null);
    for (const era of eraNames.slice(1)) {
      assert.deepEqual(orderingOf((await make(era, sent)).made.body), ['b', 'a']);
      assert.deepEqual(orderingOf((await make(era)).made.body), ['a', 'b']);
    }
  });

  it('on PATCH: metrics that come and go are entered and struck out', async () => {
    for (const era of eraNames.slice(1)) {
      const { ask, id } = await make(era);
      const { body } = await ask('PATCH', `${id}/`, { metrics: [metric('b'), metric('c')] });
      assert.deepEqual(orderingOf(body), ['b', 'c']);
    }
  });

  it('one that leaves out metrics is refused until the newest, which takes any', async () => {
    for (const era of eraNames.slice(1)) {
      const { ask, id } = await make(era);
      const { status, body } = await ask('PATCH', `${id}/`, {
        primary_metrics_ordered_uuids: ['b', 'z', 'b'],
      });
      if (era === 'F') assert.deepEqual([status, orderingOf(body)], [200, ['b', 'z']]);
      else assert.deepEqual([status, body], [400, missing('primary', "['a']")], era);
    }
  });

  it('null is refused too while there are metrics', async () => {
    const { ask, id } = await make('E');
    const { body } = await ask('PATCH', `${id}/`, { primary_metrics_ordered_uuids: null });
    assert.deepEqual(
      body,
      invalidBody(
        'primary_metrics_ordered_uuids is null but primary metrics exist. This is likely a frontend bug - please refresh and try again.',
      ),
    );
  });

  it('shared metrics belong to the side their link says, the primary one by default', async () => {
    const { ask, id } = await make('F', { saved_metrics_ids: [{ id: 9, metadata: { type: 'secondary' } }] });
    const before = (await ask('GET', `${id}/`)).body as Record<string, string[]>;
    assert.equal(before['secondary_metrics_ordered_uuids']?.length, 1);
    const after = (await ask('PATCH', `${id}/`, { saved_metrics_ids: [{ id: 9 }] })).body;
    const shared = before['secondary_metrics_ordered_uuids'][0];
    assert.deepEqual(orderingOf(after), ['a', 'b', shared]);
    assert.deepEqual((after as Record<string, unknown>)['secondary_metrics_ordered_uuids'], []);
  });
});
