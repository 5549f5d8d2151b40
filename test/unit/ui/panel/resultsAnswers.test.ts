import assert from 'node:assert/strict';
import { createExperimentPage } from '../../../../src/ui/panel/experimentPage';
import type { ExperimentView } from '../../../../src/shared/panelView';
import { everythingSettled } from '../../support/deferred';
import { pathOf } from '../../support/fakeTransport';
import { isDays, isQuery, retention, running } from '../../support/openMetrics';
import { openPanel } from '../../support/openPanel';
import { serveProject } from '../../support/serveProject';
import { funnelMetric } from '../../support/wireExperiments';
import { row } from '../../support/wireLists';

const panel = { kind: 'experiment', experimentId: 1, accountId: 'ada', projectId: 42 } as const;

async function open(metrics: readonly object[]) {
  const serve = serveProject({ open: [row(1, { metrics })] });
  const opened = await openPanel(
    (doors) => createExperimentPage(panel, doors),
    (request, signal) => (isQuery(request) ? running : serve(request, signal)),
  );
  await opened.sessions.start();
  await opened.ready();
  const shown = () => (opened.changed().at(-1) as ExperimentView | undefined)?.content?.results;
  const asked = () => opened.transport.requests.map((request) => `${request.method} ${pathOf(request)}`);
  return { ...opened, shown, asked };
}

describe('What the page asks about its results', () => {
  it('reads the newest results when it is asked, and tells them', async () => {
    const { ask, shown } = await open([funnelMetric]);
    assert.deepEqual(await ask('results', { fresh: false }), { result: { kind: 'done' } });
    assert.equal(shown()?.tables[0]?.metrics[0]?.rows[1]?.verdict, 'won');
  });

  it('asks again a moment later only on Refresh', async () => {
    const { ask, transport } = await open([funnelMetric]);
    await ask('results', { fresh: false });
    const before = transport.requests.length;
    await ask('results', { fresh: false });
    assert.equal(transport.requests.length, before);
    await ask('results', { fresh: true });
    assert.equal(transport.requests.length, before + 1);
  });

  it('has PostHog end what it computes when the page asks no longer, or is closed', async () => {
    for (const leave of ['abort', 'close'] as const) {
      const { wire, host, asked, transport } = await open([funnelMetric, retention]);
      wire.ask(900, 'results', { fresh: false });
      await everythingSettled();
      assert.ok(transport.requests.some(isQuery), 'a query runs');
      if (leave === 'abort') wire.deliver({ kind: 'abort', id: 900 });
      else host.dispose();
      await everythingSettled();
      assert.match(asked().at(-1) ?? '', /^DELETE .*\/query\/q1\/$/);
    }
  });

  it('shows early results from then on that were folded away', async () => {
    const { ask, sessions } = await open([funnelMetric]);
    await ask('reveal');
    assert.deepEqual([...(sessions.current?.store.state.earlyResults.revealed ?? [])], [1]);
  });

  it('understands nothing else', async () => {
    const { ask, transport } = await open([funnelMetric]);
    const before = transport.requests.filter(isDays).length;
    for (const odd of [{}, { fresh: 'yes' }, { fresh: true, metricKey: 5 }, { fresh: true, id: 2 }]) {
      assert.deepEqual(await ask('results', odd), { error: 'The request was not understood.' });
    }
    assert.equal(transport.requests.filter(isDays).length, before);
  });
});
