import assert from 'node:assert/strict';
import type { ExperimentView } from '../../../../src/shared/panelView';
import { createExperimentPage } from '../../../../src/ui/panel/experimentPage';
import { type Answer, pathOf } from '../../support/fakeTransport';
import { openPanel } from '../../support/openPanel';
import { wireDetail } from '../../support/wireExperiments';

const state = { kind: 'experiment', experimentId: 311, accountId: 'ada', projectId: 42 } as const;
const counted = {
  timeseries: [],
  total_exposures: { control: 410, test: 402 },
  last_refresh: '2026-03-04T09:00:00Z',
};

async function openPage(query: () => Answer) {
  const panel = await openPanel(
    (doors) => createExperimentPage(state, doors),
    (request) => (pathOf(request).includes('/query/') ? query() : { body: wireDetail }),
  );
  await panel.sessions.start();
  await panel.ready();
  const queries = () =>
    panel.transport.requests.filter(({ path }) => path.includes('/query/')).map(({ body }) => body);
  const shown = async () => ((await panel.ready()) as ExperimentView).content?.exposures;
  return { ...panel, queries, shown };
}

describe('The exposures of a page', () => {
  it('are asked for by the open page alone', async () => {
    const { ask, queries, shown } = await openPage(() => ({ body: counted }));
    assert.equal(queries().length, 0);
    assert.deepEqual(await ask('exposures', { demand: 'if unknown' }), { result: { kind: 'done' } });
    assert.equal((await shown())?.total, 812);
  });

  it('are not asked for again within a minute, unless a person wants them', async () => {
    const { ask, queries } = await openPage(() => ({ body: counted }));
    for (const demand of ['if unknown', 'if unknown', 'again', 'anew']) await ask('exposures', { demand });
    assert.deepEqual(
      queries().map((body) => (body as { refresh: string }).refresh),
      ['async', 'async', 'force_async'],
    );
  });

  it('say in the view that the key may not ask', async () => {
    const { ask, shown } = await openPage(() => ({ status: 403, body: { detail: 'No scope.' } }));
    await ask('exposures', { demand: 'again' });
    assert.match((await shown())?.trouble ?? '', /query:read/);
  });

  it('are not asked for by what is no request', async () => {
    const { ask, queries } = await openPage(() => ({ body: counted }));
    assert.ok((await ask('exposures', { demand: 'always' })).error);
    assert.equal(queries().length, 0);
  });
});
