import assert from 'node:assert/strict';
import * as v from 'valibot';
import { openSandbox } from './sandboxClient';

const line = v.looseObject({
  id: v.string(),
  activity: v.string(),
  scope: v.string(),
  item_id: v.string(),
  user: v.looseObject({ first_name: v.string() }),
  detail: v.looseObject({
    name: v.string(),
    changes: v.array(v.looseObject({ action: v.string(), field: v.string() })),
  }),
  created_at: v.string(),
  client: v.nullable(v.string()),
});
const activityPage = v.strictObject({
  results: v.array(line),
  next: v.nullable(v.string()),
  previous: v.nullable(v.string()),
  total_count: v.number(),
});
describe('sandbox: activity', () => {
  it('of an experiment begins with its making and tells who changed what since, the newest first', async () => {
    const { ask, named, written } = openSandbox();
    const { id, name } = await named('Homepage hero');
    await written('PATCH', `${id}/`, { description: 'Search it is.' });
    await written('POST', `${id}/end/`, { conclusion: 'won' });
    const page = v.parse(activityPage, (await ask('GET', `${id}/activity/`)).body);
    const told = page.results.map((one) => [
      one.activity,
      one.detail.changes.map((change) => change.field).join(),
    ]);
    assert.deepEqual(told, [
      ['updated', 'end_date,conclusion'],
      ['updated', 'description'],
      ['updated', 'start_date'],
      ['created', ''],
    ]);
    assert.ok(page.results.every((one) => one.detail.name === name && one.item_id === String(id)));
    assert.deepEqual(page.results.map((one) => one.client).slice(1, 3), ['experiment-lens', null]);
  });

  it('of one made here begins there', async () => {
    const { ask, written } = openSandbox();
    const { id } = await written('POST', '', { name: 'A', feature_flag_key: 'a' });
    const page = v.parse(activityPage, (await ask('GET', `${id}/activity/`)).body);
    assert.deepEqual(
      page.results.map((one) => one.activity),
      ['created'],
    );
  });

  it('comes by pages that are counted', async () => {
    const { ask, named, written } = openSandbox();
    const { id } = await named('Homepage hero');
    for (let count = 0; count < 4; count++) await written('PATCH', `${id}/`, { name: `Hero ${count}` });
    const page = async (query: string) =>
      v.parse(activityPage, (await ask('GET', `${id}/activity/${query}`)).body);
    const all = await page('');
    assert.equal(all.total_count, 6);
    const second = await page('?limit=2&page=2');
    assert.deepEqual(second.results, all.results.slice(2, 4));
    assert.ok(second.next?.endsWith('limit=2&page=3') && second.previous?.endsWith('limit=2&page=1'));
    assert.equal((await page('?limit=4&page=2')).next, null);
  });

  it('is in the log of older servers too', async () => {
    const { ask, named, written } = openSandbox({ era: 'B' });
    const { id } = await named('Homepage hero');
    await written('PATCH', `${id}/`, { name: 'Hero' });
    const { body } = await ask('GET', `/api/projects/7100/activity_log/?scope=Experiment&item_id=${id}`);
    const { results } = v.parse(v.looseObject({ results: v.array(line) }), body);
    assert.deepEqual(
      results.map((one) => one.activity),
      ['updated', 'updated', 'created'],
    );
  });
});
