import assert from 'node:assert/strict';
import { eraNames } from '../../../src/sandbox/era';
import { type Experiment, openSandbox } from './sandboxClient';

const detail = 'The experiment has been changed since you loaded it.';
const metric = (uuid: string, goal = 'increase') => ({
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  uuid,
  goal,
  source: { kind: 'EventsNode', event: 'signup' },
});

/** Somebody has read an experiment with two metrics, and somebody else changes it. */
async function openChanged(theirs: object) {
  const open = openSandbox({ experiments: 0 });
  const read = await open.written('POST', '', {
    name: 'A',
    feature_flag_key: 'a',
    metrics: [metric('one'), metric('two')],
  });
  await open.written('PATCH', `${read.id}/`, { ...theirs, version: 0 });
  const original = {
    name: read.name,
    description: read['description'],
    conclusion: read.conclusion,
    parameters: read.parameters,
    metrics: read.metrics,
    saved_metrics_ids: [],
  };
  const mine = (body: object, original_experiment: object | undefined = original) =>
    open.ask('PATCH', `${read.id}/`, { ...body, version: 0, original_experiment });
  return { ...open, read, original, mine };
}

const uuidsIn = (body: unknown) => (body as Experiment).metrics.map((one) => one.uuid);

describe('sandbox: conflicts of the newest generation', () => {
  it('without a version the last write wins', async () => {
    const { ask, read } = await openChanged({ name: 'Theirs' });
    const { status, body } = await ask('PATCH', `${read.id}/`, { name: 'Mine' });
    assert.deepEqual([status, (body as Experiment).name], [200, 'Mine']);
  });

  it('the version of now is taken and counted on', async () => {
    const { ask, read } = await openChanged({ name: 'Theirs' });
    const { body } = await ask('PATCH', `${read.id}/`, { name: 'Mine', version: 1 });
    assert.equal((body as Experiment).version, 2);
  });

  it('a stale version alone is refused, whatever is sent', async () => {
    const { ask, read } = await openChanged({ name: 'Theirs' });
    const { status, body } = await ask('PATCH', `${read.id}/`, { description: 'Mine', version: 0 });
    assert.deepEqual([status, body], [409, { detail, current_version: 1 }]);
  });

  it('fields nobody else changed are merged, also when others are sent back unchanged', async () => {
    const { mine, read } = await openChanged({ name: 'Theirs' });
    const { status, body } = await mine({ description: 'Mine', name: read.name });
    assert.equal(status, 200);
    const { name, description } = body as Record<string, unknown>;
    assert.deepEqual([name, description], ['Theirs', 'Mine']);
  });

  it('a field both changed is a conflict, and one without a base too', async () => {
    const { mine, retrieve, read } = await openChanged({ name: 'Theirs' });
    assert.deepEqual((await mine({ name: 'Mine' })).body, {
      detail,
      current_version: 1,
      conflicting_fields: ['name'],
    });
    assert.deepEqual((await mine({ description: 'Mine' }, { name: read.name })).body, {
      detail,
      current_version: 1,
      conflicting_fields: ['description'],
    });
    assert.equal((await mine({ name: 'Theirs' })).status, 200);
    assert.equal((await retrieve(read.id)).name, 'Theirs');
  });

  it('additions of both sides to the metrics stay', async () => {
    const { mine } = await openChanged({ metrics: [metric('one'), metric('two'), metric('theirs')] });
    const { body } = await mine({ metrics: [metric('one'), metric('two'), metric('mine')] });
    assert.deepEqual(uuidsIn(body), ['one', 'two', 'theirs', 'mine']);
  });

  it('a deletion takes only what its author had seen', async () => {
    const { mine } = await openChanged({ metrics: [metric('one'), metric('two'), metric('theirs')] });
    const { body } = await mine({ metrics: [metric('two')] });
    assert.deepEqual(uuidsIn(body), ['two', 'theirs']);
  });

  it('what the others deleted stays deleted when it is sent back as it was', async () => {
    const { mine } = await openChanged({ metrics: [metric('two')] });
    const { body } = await mine({ metrics: [metric('one'), metric('two', 'decrease')] });
    assert.deepEqual(uuidsIn(body), ['two']);
  });

  it('a metric both changed is named', async () => {
    const { mine } = await openChanged({ metrics: [metric('one', 'decrease'), metric('two')] });
    const changed = { ...metric('one'), name: 'Mine' };
    assert.deepEqual((await mine({ metrics: [changed, metric('two')], name: 'B' })).body, {
      detail,
      current_version: 1,
      conflicting_metric_uuids: ['one'],
    });
  });

  it('shared metrics are merged by their id and named so', async () => {
    const primary = [{ id: 9, metadata: { type: 'primary' } }];
    const secondary = [{ id: 9, metadata: { type: 'secondary' } }];
    const added = await openChanged({ saved_metrics_ids: primary });
    const kept = (await added.mine({ saved_metrics_ids: [] })).body as Experiment;
    assert.equal(kept.saved_metrics.length, 1);
    const both = await openChanged({ saved_metrics_ids: primary });
    assert.deepEqual((await both.mine({ saved_metrics_ids: secondary })).body, {
      detail,
      current_version: 1,
      conflicting_metric_uuids: ['saved_metric:9'],
    });
  });

  it('a launch by the others is no conflict: fingerprints are the server own', async () => {
    const { mine, read } = await openChanged({ start_date: '2026-11-20T15:00:00Z' });
    const { status, body } = await mine({ metrics: read.metrics, parameters: read.parameters });
    assert.equal(status, 200);
    assert.notEqual((body as Experiment).metrics[0]?.fingerprint, read.metrics[0]?.fingerprint);
  });

  it('older servers know no versions', async () => {
    for (const era of eraNames.slice(0, -1)) {
      const { named, written } = openSandbox({ era });
      const { id } = await named('Homepage hero');
      await written('PATCH', `${id}/`, { name: 'Theirs' });
      assert.equal((await written('PATCH', `${id}/`, { name: 'Mine', version: -7 })).name, 'Mine');
    }
  });
});
