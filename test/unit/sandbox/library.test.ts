import assert from 'node:assert/strict';
import * as v from 'valibot';
import { eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const base = '/api/projects/7100/';
const metrics = `${base}experiment_saved_metrics/`;
const holdouts = `${base}experiment_holdouts/`;
const signups = {
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  source: { kind: 'EventsNode', event: 'signup' },
};

const authored = {
  created_by: v.looseObject({ id: v.number() }),
  created_at: v.string(),
  updated_at: v.string(),
};
const savedMetric = v.strictObject({
  id: v.number(),
  name: v.string(),
  description: v.nullable(v.string()),
  query: v.looseObject({ kind: v.string(), uuid: v.string() }),
  tags: v.array(v.string()),
  user_access_level: v.string(),
  ...authored,
});
const holdout = v.strictObject({
  id: v.number(),
  name: v.string(),
  description: v.nullable(v.string()),
  filters: v.array(v.looseObject({ rollout_percentage: v.number(), variant: v.string() })),
  ...authored,
});
const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({
    count: v.number(),
    next: v.nullable(v.string()),
    previous: v.nullable(v.string()),
    results: v.array(item),
  });

function open(options: Parameters<typeof openSandbox>[0] = {}) {
  const sandbox = openSandbox(options);
  const made = async <Row extends v.GenericSchema>(
    row: Row,
    method: 'POST' | 'PATCH',
    path: string,
    body: object,
  ): Promise<v.InferOutput<Row>> => v.parse(row, (await sandbox.ask(method, path, body)).body);
  return { ...sandbox, made };
}

describe('sandbox: shared metrics', () => {
  it('are made, listed by name, told, changed and deleted for good', async () => {
    const { ask, made } = open();
    const metric = await made(savedMetric, 'POST', metrics, { name: 'Signups', query: signups });
    assert.match(metric.query.uuid, /^[0-9a-f-]{36}$/);
    assert.deepEqual([metric.tags, metric.description], [[], null]);
    const listed = v.parse(pageOf(savedMetric), (await ask('GET', metrics)).body);
    const names = listed.results.map((one) => one.name.toLowerCase());
    assert.deepEqual(names, names.toSorted());
    const path = `${metrics}${metric.id}/`;
    assert.deepEqual((await ask('GET', path)).body, metric);
    const changed = await made(savedMetric, 'PATCH', path, { name: 'New accounts', query: signups });
    assert.deepEqual([changed.name, changed.query.uuid], ['New accounts', metric.query.uuid]);
    assert.deepEqual(await ask('DELETE', path), { status: 204, contentType: '', body: '' });
    assert.equal((await ask('GET', path)).status, 404);
  });

  it('are found by name, description and tag, and by event since one can ask', async () => {
    const { ask, made } = open();
    await made(savedMetric, 'POST', metrics, {
      name: 'Signups',
      description: 'New accounts',
      tags: ['growth'],
      query: signups,
    });
    const found = async (query: string) =>
      v.parse(pageOf(savedMetric), (await ask('GET', metrics + query)).body).results.map((one) => one.name);
    for (const search of ['SIGN', 'accounts', 'growth']) {
      assert.deepEqual(await found(`?search=${search}`), ['Signups']);
    }
    assert.deepEqual(await found('?event=signup'), ['Signups']);
    const old = open({ era: 'C' });
    const { count } = v.parse(pageOf(savedMetric), (await old.ask('GET', `${metrics}?event=signup`)).body);
    assert.ok(count > 0);
  });

  it('have names of their own, and are metrics', async () => {
    const { ask } = open();
    const refusal = async (body: object) => {
      const answer = await ask('POST', metrics, { name: 'A', query: signups, ...body });
      assert.equal(answer.status, 400);
      return answer.body;
    };
    assert.deepEqual(
      await refusal({ name: 'REVENUE per visitor' }),
      invalidBody('A shared metric with this name already exists.', 'name'),
    );
    assert.deepEqual(
      await refusal({ name: 'x'.repeat(401) }),
      invalidBody('Ensure this field has no more than 400 characters.', 'name', 'max_length'),
    );
    assert.deepEqual(
      await refusal({ query: undefined }),
      invalidBody('This field is required.', 'query', 'required'),
    );
    assert.match(JSON.stringify(await refusal({ query: { kind: 'TrendsQuery' } })), /metric kind must be/);
  });

  it('take their links along', async () => {
    const { ask, named, retrieve } = open();
    const { id, saved_metrics: links } = await named('Checkout button colour');
    const [link] = links;
    assert.equal((await ask('DELETE', `${metrics}${link?.saved_metric}/`)).status, 204);
    assert.deepEqual((await retrieve(id)).saved_metrics, []);
  });
});

describe('sandbox: holdouts', () => {
  const filters = [{ properties: [], rollout_percentage: 5, variant: 'mine' }];

  it('are made with a name the server gives, changed, and deleted', async () => {
    const { ask, made } = open();
    const row = await made(holdout, 'POST', holdouts, { name: 'Quarter', filters });
    assert.deepEqual(row.filters, [{ properties: [], rollout_percentage: 5, variant: `holdout-${row.id}` }]);
    const path = `${holdouts}${row.id}/`;
    assert.deepEqual((await ask('GET', path)).body, row);
    assert.equal((await made(holdout, 'PATCH', path, { name: 'Half a year' })).name, 'Half a year');
    const listed = v.parse(pageOf(holdout), (await ask('GET', holdouts)).body);
    assert.deepEqual(listed.results[0]?.name, 'Half a year');
    assert.equal((await ask('DELETE', path)).status, 204);
    assert.equal((await ask('GET', path)).status, 404);
  });

  it('change on the flags of their experiments, and go from them', async () => {
    const { ask, named, written, retrieve } = open();
    const { id } = await named('Gift wrapping option');
    await written('PATCH', `${id}/`, { holdout_id: 3 });
    await ask('PATCH', `${holdouts}3/`, { filters });
    assert.deepEqual((await retrieve(id)).feature_flag.filters['holdout'], {
      id: 3,
      exclusion_percentage: 5,
    });
    await ask('DELETE', `${holdouts}3/`);
    const after = await retrieve(id);
    assert.deepEqual([after['holdout'], after.feature_flag.filters['holdout']], [null, null]);
  });

  it('need a share from 0 to 100, in the words of each generation', async () => {
    for (const era of eraNames) {
      const { ask } = open({ era });
      const refusal = async (body: object) => (await ask('POST', holdouts, { name: 'A', ...body })).body;
      const none =
        era === 'F'
          ? invalidBody('Filters must not be empty.', 'filters')
          : invalidBody('Filters are required to create an holdout group');
      assert.deepEqual(await refusal({}), none);
      assert.deepEqual(await refusal({ filters: [] }), none);
      assert.deepEqual(
        await refusal({ filters: [{}] }),
        invalidBody('Rollout percentage must be present.', 'filters'),
      );
      assert.deepEqual(
        await refusal({ filters: [{ rollout_percentage: 101 }] }),
        invalidBody('Rollout percentage must be between 0 and 100.', 'filters'),
      );
    }
  });
});

describe('sandbox: events', () => {
  it('are found by a piece of their name, page by page', async () => {
    const { ask } = open();
    const event = v.looseObject({ id: v.string(), name: v.string() });
    const find = async (query: string) =>
      v.parse(pageOf(event), (await ask('GET', `${base}event_definitions/${query}`)).body);
    const names = (await find('?search=CHECKOUT')).results.map((one) => one.name);
    assert.ok(names.includes('checkout started') && names.every((name) => name.includes('checkout')));
    const all = await find('');
    const part = await find('?limit=2&offset=2');
    assert.deepEqual(part.results, all.results.slice(2, 4));
    assert.ok(part.next?.includes('offset=4') && part.count === all.count);
  });

  it('say whether their senders tell flags', async () => {
    const { ask } = open();
    const requires = async (query: string) =>
      (await ask('GET', `requires_flag_implementation/${query}`)).body;
    const events = (id: string) => `?events=${encodeURIComponent(JSON.stringify([{ id, type: 'events' }]))}`;
    assert.deepEqual(await requires(events('signup')), { result: false });
    for (const query of ['', events('never seen'), '?events=nonsense', '?other=1', '?actions=[{"id":999}]']) {
      assert.deepEqual(await requires(query), { result: true }, query);
    }
  });
});
