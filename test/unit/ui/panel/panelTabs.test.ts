import assert from 'node:assert/strict';
import { maxPictureLength } from '../../../../src/shared/panelExport';
import type { PageKind } from '../../../../src/shared/panelProtocol';
import { createExperimentPage } from '../../../../src/ui/panel/experimentPage';
import { createStatsPage } from '../../../../src/ui/panel/statsPage';
import { deferred, everythingSettled } from '../../support/deferred';
import type { Answer } from '../../support/fakeTransport';
import { openPanel } from '../../support/openPanel';
import { wireDetail } from '../../support/wireExperiments';
import { serveLists } from '../../support/wireLists';

const project = { accountId: 'ada', projectId: 42 };
const stats = {
  launched_last_30d: 7,
  launched_previous_30d: 4,
  percent_change: 75,
  active_experiments: 9,
  completed_last_30d: 3,
};

const openTabs = (statistics: () => Answer | Promise<Answer> = () => ({ body: stats })) =>
  openPanel(
    (doors) => createExperimentPage({ kind: 'experiment', experimentId: 311, ...project }, doors),
    (request, signal) => {
      if (request.path.endsWith('/experiments/stats/')) return statistics();
      return request.path.endsWith('/311/') ? { body: wireDetail } : serveLists([])(request, signal);
    },
    [createStatsPage({ kind: 'stats', ...project })],
  );

describe('The tabs of a panel', () => {
  it('shows another page when its webview turns to it, and keeps the name of the experiment', async () => {
    const { sessions, ready, changed, surface } = await openTabs();
    await sessions.start();
    await ready('experiment');
    const { title } = surface;
    assert.equal((await ready('stats')).state.kind, 'stats');
    await everythingSettled();
    assert.equal(changed().at(-1)?.state.kind, 'stats');
    assert.equal(surface.title, title);
    assert.equal((await ready('experiment')).state.kind, 'experiment');
  });

  it('drops what was asked for on a page that was left', async () => {
    const gate = deferred<Answer>();
    const { sessions, ready, wire } = await openTabs(() => gate.promise);
    await sessions.start();
    await ready('stats');
    wire.ask(900, 'refresh');
    await everythingSettled();
    await ready('experiment');
    const before = wire.posted.length;
    gate.resolve({ body: stats });
    await everythingSettled();
    assert.deepEqual(
      wire.posted.slice(before).filter((message) => message.kind !== 'changed' || message.page === 'stats'),
      [],
    );
  });

  it('answers only what the shown page asks', async () => {
    const { sessions, ready, ask, doors } = await openTabs();
    await sessions.start();
    await ready('stats');
    assert.deepEqual(await ask('act', { action: 'edit' }), { error: 'The request was not understood.' });
    await ready('experiment');
    await ask('act', { action: 'edit' });
    assert.deepEqual(doors.deeds, [{ run: 'editExperiment', argument: { id: 311 } }]);
  });

  it('refuses a page that it does not have', async () => {
    const { sessions, ask } = await openTabs();
    await sessions.start();
    assert.ok((await ask('ready', { page: 'flags' })).error);
    assert.ok((await ask('ready', { page: 'other' })).error);
    assert.ok((await ask('ready')).error);
  });

  it('has its webview turn when somebody asks for a page outside, also one that was hidden', async () => {
    const { sessions, ready, host, wire } = await openTabs();
    await sessions.start();
    await ready('experiment');
    const turns = (): PageKind[] =>
      wire.posted.flatMap((message) => (message.kind === 'turn' ? [message.page] : []));
    host.turn('stats');
    assert.deepEqual(turns(), ['stats']);
    // Nobody was there to hear it: the page that comes up is the one that was left.
    await ready('experiment');
    assert.deepEqual(turns(), ['stats', 'stats']);
    await ready('stats');
    await ready('experiment');
    assert.deepEqual(turns(), ['stats', 'stats'], 'it turned back against the will of the user');
  });
});

describe('What the page of an experiment asks its host', () => {
  it('opens pages of the signed-in host alone, by their names', async () => {
    const { sessions, ready, ask, doors } = await openTabs();
    await sessions.start();
    await ready('experiment');
    await everythingSettled();
    await ask('open', { to: 'flag' });
    const [deed] = doors.deeds;
    assert.ok(deed && 'opened' in deed);
    assert.match(deed.opened, /^https:\/\/us\.posthog\.com\/project\/42\/feature_flags\/\d+$/);
    for (const odd of [
      { to: 'https://evil.example' },
      { to: 'flag', url: 'https://evil.example' },
      { to: 'recordings' },
      { to: 'people', variantKey: 'x'.repeat(401) },
    ])
      assert.deepEqual(await ask('open', odd), { error: 'The request was not understood.' });
    assert.deepEqual((await ask('open', { to: 'insight', metricUuid: 'none' })).result, {
      kind: 'refused',
      reason: 'PostHog has no such page.',
    });
    assert.equal(doors.deeds.length, 1);
  });

  it('exports its own experiment, and takes a picture only of a size that a chart has', async () => {
    const { sessions, ready, ask, doors } = await openTabs();
    await sessions.start();
    await ready('experiment');
    await ask('export', { to: 'csv' });
    await ask('export', { to: 'png', picture: 'data:' });
    assert.deepEqual(doors.deeds, [
      { run: 'exportResults', argument: { id: 311, to: 'csv' } },
      { run: 'exportResults', argument: { id: 311, to: 'png', picture: 'data:' } },
    ]);
    for (const odd of [
      { to: 'csv', id: 5 },
      { to: 'png' },
      { to: 'svg' },
      { to: 'png', picture: 'x'.repeat(maxPictureLength + 1) },
    ])
      assert.deepEqual(await ask('export', odd), { error: 'The request was not understood.' });
  });

  it('restores its own experiment, whatever else the page says', async () => {
    const { sessions, ready, ask, doors } = await openTabs();
    await sessions.start();
    await ready('experiment');
    await ask('remedy', { remedy: 'restore' });
    assert.deepEqual(doors.deeds, [{ run: 'restoreExperiment', argument: { id: 311 } }]);
  });
});
