import assert from 'node:assert/strict';
import type { StatsView } from '../../../../src/shared/panelStats';
import { createStatsPage } from '../../../../src/ui/panel/statsPage';
import { everythingSettled } from '../../support/deferred';
import { openPanel } from '../../support/openPanel';
import { serveLists } from '../../support/wireLists';
import { wireStats as body } from '../../support/generation/answers';

const panel = { kind: 'stats', accountId: 'ada', projectId: 42 } as const;

describe('The host of the page of statistics', () => {
  it('reads once, and again on Refresh', async () => {
    const { sessions, ready, ask, changed, transport, surface } = await openPanel(
      () => createStatsPage(panel),
      (request, signal) => (request.path.endsWith('/stats/') ? { body } : serveLists([])(request, signal)),
    );
    const asked = () => transport.requests.filter(({ path }) => path.endsWith('/stats/')).length;
    await sessions.start();
    await ready();
    await everythingSettled();
    const last = changed().at(-1) as StatsView | undefined;
    assert.equal(last?.content?.figures[0]?.value, '4');
    await ready();
    assert.equal(asked(), 1);
    const refreshed = (await ask('refresh')).result as StatsView;
    assert.deepEqual([refreshed.content?.bars.length, asked()], [3, 2]);
    assert.equal(surface.title, 'Experiment Statistics');
  });
});
