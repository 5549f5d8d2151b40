import assert from 'node:assert/strict';
import * as v from 'valibot';
import { openSandbox } from './sandboxClient';

describe('sandbox: stats', () => {
  const stats = v.strictObject({
    launched_last_30d: v.number(),
    launched_previous_30d: v.number(),
    percent_change: v.number(),
    active_experiments: v.number(),
    completed_last_30d: v.number(),
  });
  const at = (day: string, hour = 'T09:00:00Z') => ({ start_date: `2026-${day}${hour}` });

  async function statsOf(bodies: readonly object[]) {
    const { ask, written } = openSandbox({ experiments: 0 });
    for (const [index, body] of bodies.entries()) {
      const { end_date, archived, ...more } = body as Record<string, unknown>;
      const { id } = await written('POST', '', { name: 'A', feature_flag_key: `a${index}`, ...more });
      await written('PATCH', `${id}/`, {
        ...(end_date ? { end_date } : {}),
        ...(archived ? { archived } : {}),
      });
    }
    return v.parse(stats, (await ask('GET', 'stats/')).body);
  }

  it('counts launches and ends by days, thirty and the thirty before', async () => {
    // The clock says 20 November, 15:00.
    assert.deepEqual(
      await statsOf([
        {},
        at('11-20', 'T23:59:00Z'),
        at('10-21', 'T00:00:00Z'),
        at('10-20', 'T23:59:00Z'),
        { ...at('09-21', 'T00:00:00Z'), end_date: '2026-11-01T00:00:00Z' },
        at('09-20', 'T23:59:00Z'),
        { ...at('11-10'), archived: true },
      ]),
      {
        launched_last_30d: 2,
        launched_previous_30d: 2,
        percent_change: 0,
        active_experiments: 4,
        completed_last_30d: 1,
      },
    );
  });

  it('compares with nothing as the server does, to one decimal', async () => {
    assert.equal((await statsOf([])).percent_change, 0);
    assert.equal((await statsOf([at('11-10')])).percent_change, 100);
    const many = [at('11-10'), at('10-10'), at('10-10'), at('10-10')];
    assert.equal((await statsOf(many)).percent_change, -66.7);
  });
});
