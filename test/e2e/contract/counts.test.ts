import assert from 'node:assert/strict';
import { allRows, ok, type Query } from './client';
import { assertHas } from './has';
import { createExperiment, daysAgo } from './make';
import { useServer } from './useServer';
import type { Experiment, Page } from './wire';

interface Stats {
  readonly launched_last_30d: number;
  readonly launched_previous_30d: number;
  readonly percent_change: number;
  readonly active_experiments: number;
  readonly completed_last_30d: number;
}

function percentChange(last: number, previous: number): number {
  if (previous === 0) return last > 0 ? 100 : 0;
  return Math.round(((last - previous) / previous) * 1000) / 10;
}

describe('a stranger counts the experiments of the project', () => {
  const server = useServer(['--era=F', '--experiments=60']);
  const stats = () => ok(server.client.get<Stats>('experiments/stats/'));
  /** How many of the dates lie so many days back; the days at the edges count as both in and out. */
  const between = (dates: readonly (string | null)[], from: number, to: number) => {
    const ages = dates.flatMap((date) => (date === null ? [] : (Date.now() - Date.parse(date)) / 86_400_000));
    const within = (slack: number) => ages.filter((age) => age > from - slack && age < to + slack).length;
    return { least: within(-1), most: within(1) };
  };
  const isWithin = (value: number, { least, most }: { readonly least: number; readonly most: number }) =>
    assert.ok(value >= least && value <= most, `${value} is not between ${least} and ${most}`);

  it('and finds the five figures of the docs', async () => {
    assert.deepEqual(Object.keys(await stats()).toSorted(), [
      'active_experiments',
      'completed_last_30d',
      'launched_last_30d',
      'launched_previous_30d',
      'percent_change',
    ]);
  });

  it('and gets from the list what the server says', async () => {
    const rows = await allRows<Experiment>(server.client, 'experiments/');
    const got = await stats();
    const starts = rows.map(({ start_date }) => start_date);
    isWithin(got.launched_last_30d, between(starts, -1, 30));
    isWithin(got.launched_previous_30d, between(starts, 30, 60));
    const ends = rows.flatMap(({ start_date, end_date }) => (start_date === null ? [] : end_date));
    isWithin(got.completed_last_30d, between(ends, -1, 30));
    assert.equal(
      got.active_experiments,
      rows.filter(({ start_date, end_date }) => start_date !== null && end_date === null).length,
    );
    assert.equal(got.percent_change, percentChange(got.launched_last_30d, got.launched_previous_30d));
  });

  it('and one launched ten days ago counts as launched and active', async () => {
    const before = await stats();
    await createExperiment(server.client, { start_date: daysAgo(10) });
    const after = await stats();
    assert.equal(after.launched_last_30d, before.launched_last_30d + 1);
    assert.equal(after.active_experiments, before.active_experiments + 1);
    assert.equal(after.percent_change, percentChange(after.launched_last_30d, after.launched_previous_30d));
  });

  it('and one of 45 days ago that ended last week counts as launched before and completed', async () => {
    const before = await stats();
    await createExperiment(server.client, { start_date: daysAgo(45), end_date: daysAgo(7) });
    assertHas(await stats(), {
      launched_last_30d: before.launched_last_30d,
      launched_previous_30d: before.launched_previous_30d + 1,
      active_experiments: before.active_experiments,
      completed_last_30d: before.completed_last_30d + 1,
    });
  });

  it('and a paused one is active, a draft, a deleted and an archived one are not', async () => {
    const before = await stats();
    const { id } = await createExperiment(server.client, { start_date: daysAgo(10) });
    await ok(server.client.post(`experiments/${id}/pause/`));
    assert.equal((await stats()).active_experiments, before.active_experiments + 1);
    await ok(server.client.patch(`experiments/${id}/`, { archived: true }));
    assert.deepEqual(await stats(), before);
    const deleted = await createExperiment(server.client, { start_date: daysAgo(10) });
    await ok(server.client.patch(`experiments/${deleted.id}/`, { deleted: true }));
    await createExperiment(server.client);
    assert.deepEqual(await stats(), before);
  });
});

describe('a stranger asks whether the code has to be changed for an experiment', () => {
  const server = useServer();
  const isRequired = async (query?: Query) =>
    (
      await ok(
        server.client.get<{ readonly result: boolean }>('experiments/requires_flag_implementation/', query),
      )
    ).result;
  const events = (...names: readonly string[]) => ({
    events: JSON.stringify(names.map((id) => ({ id, type: 'events' }))),
  });

  it('yes, when it names no events', async () => {
    assert.equal(await isRequired(), true);
    assert.equal(await isRequired(events()), true);
  });

  it('yes, when nobody sent these events', async () => {
    assert.equal(await isRequired(events('nobody sends this')), true);
  });

  it('no, as soon as one of several events carries a flag', async () => {
    const { results } = await ok(server.client.get<Page<{ readonly name: string }>>('event_definitions/'));
    const names = results.map(({ name }) => name);
    const each = await Promise.all(names.map((name) => isRequired(events(name))));
    assert.equal(await isRequired(events(...names)), each.every(Boolean));
  });

  it('and may say how many events to look at, and things nobody knows', async () => {
    assert.equal(typeof (await isRequired({ limit: 5, nonsense: 'yes' })), 'boolean');
  });
});
