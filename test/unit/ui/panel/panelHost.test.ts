import assert from 'node:assert/strict';
import { setArchived } from '../../../../src/core/useCase/writeExperiment';
import type { ExperimentSummaryView } from '../../../../src/shared/panelView';
import { createExperimentPage } from '../../../../src/ui/panel/experimentPage';
import { deferred, everythingSettled } from '../../support/deferred';
import { type Answer, pathOf, type Respond } from '../../support/fakeTransport';
import { anAccount } from '../../support/memoryAccounts';
import { openPanel } from '../../support/openPanel';
import { wireDetail } from '../../support/wireExperiments';
import { serveLists } from '../../support/wireLists';

const panel = { kind: 'experiment', experimentId: 311, accountId: 'ada', projectId: 42 } as const;

const isDetail = (request: { readonly path: string }) => request.path.endsWith('/311/');
const serve =
  (detail: () => Answer | Promise<Answer>): Respond =>
  (request, signal) =>
    /\/311\/(archive\/)?$/.test(request.path) ? detail() : serveLists([])(request, signal);

const openExperiment = (detail: () => Answer | Promise<Answer> = () => ({ body: wireDetail })) =>
  openPanel((doors) => createExperimentPage(panel, doors), serve(detail));

function shown(view: { readonly content: unknown } | undefined): ExperimentSummaryView {
  assert.ok(view?.content, 'nothing is shown');
  return view.content as ExperimentSummaryView;
}

describe('The host of a panel', () => {
  it('answers a page that comes up at once, and tells it what was read', async () => {
    const gate = deferred<Answer>();
    const { sessions, ready, changed, surface } = await openExperiment(() => gate.promise);
    await sessions.start();
    const first = await ready();
    assert.deepEqual([first.content, first.loading, first.trouble], [undefined, true, undefined]);
    gate.resolve({ body: { ...wireDetail, name: 'Renamed' } });
    await everythingSettled();
    const last = changed().at(-1);
    assert.deepEqual([last?.loading, last?.trouble], [false, undefined]);
    assert.equal(shown(last).name, 'Renamed');
    assert.equal(surface.title, 'Renamed');
  });

  it('reads once for a page that is shown again a moment later', async () => {
    const { sessions, ready, transport } = await openExperiment();
    await sessions.start();
    await ready();
    await ready();
    assert.equal(transport.requests.filter(isDetail).length, 1);
  });

  it('says nothing that the page shows already', async () => {
    const { sessions, ready, changed } = await openExperiment();
    await sessions.start();
    await ready();
    const before = changed().length;
    sessions.current?.store.update((state) => ({ ...state, projectName: 'Renamed' }));
    assert.equal(changed().length, before);
  });

  it('tells a hidden page nothing, but keeps the name of its tab', async () => {
    const { sessions, ready, changed, surface } = await openExperiment();
    await sessions.start();
    await ready();
    const before = changed().length;
    surface.visible = false;
    const session = sessions.current;
    assert.ok(session);
    session.store.update((state) => ({
      ...state,
      details: new Map(
        [...state.details].map(([id, detail]) => [
          id,
          detail.state === 'ready' ? { ...detail, value: { ...detail.value, name: 'Hidden' } } : detail,
        ]),
      ),
    }));
    assert.equal(changed().length, before);
    assert.equal(surface.title, 'Hidden');
  });

  it('waits while it is not known who is signed in, and then shows the experiment', async () => {
    const { sessions, ready, changed } = await openExperiment();
    const first = await ready();
    assert.deepEqual([first.loading, first.trouble], [true, undefined]);
    await sessions.start();
    await everythingSettled();
    assert.ok(changed().at(-1)?.content);
  });

  it('tells signed out, another account, another project, none and a failure apart, each with its remedy', async () => {
    const { accounts, sessions, ready, globalState } = await openExperiment();
    const seen: unknown[] = [];
    const look = async () => {
      const { content, loading, trouble } = await ready();
      assert.deepEqual([content, loading], [undefined, false]);
      seen.push([trouble?.title, trouble?.remedy]);
    };
    await accounts.chooseProject(anAccount(), { id: 43, name: 'Other' });
    await sessions.start();
    await look();
    await accounts.add(anAccount({ id: 'bob' }), 'phx_bob');
    await sessions.start();
    await look();
    await accounts.add(anAccount({ project: undefined }), 'phx_ada');
    await sessions.start();
    await look();
    await accounts.remove(anAccount());
    await sessions.start();
    await look();
    globalState.broken = new Error('disk full');
    await sessions.reopen();
    await look();
    assert.deepEqual(seen, [
      ['Another project is open.', 'selectProject'],
      ['Another account is signed in.', 'signIn'],
      ['No project is selected.', 'selectProject'],
      ['You are signed out.', 'signIn'],
      ['The account could not be opened.', 'retry'],
    ]);
  });

  it('says why the account could not be opened, and tries again on Retry', async () => {
    const { sessions, ready, ask, globalState } = await openExperiment();
    globalState.broken = new Error('disk full');
    await sessions.start();
    assert.match((await ready()).trouble?.sentence ?? '', /disk full/);
    globalState.broken = undefined;
    await ask('refresh');
    assert.equal(sessions.state.kind, 'open');
  });

  it('runs the remedies of the protocol and no other command', async () => {
    const { ask, doors } = await openExperiment();
    assert.deepEqual(await ask('remedy', { remedy: 'signIn' }), { result: { kind: 'done' } });
    assert.deepEqual(await ask('remedy', { remedy: 'selectProject' }), { result: { kind: 'done' } });
    for (const remedy of ['signOut', 'workbench.action.quit', 7, undefined]) {
      assert.ok((await ask('remedy', { remedy })).error, String(remedy));
    }
    assert.deepEqual(doors.deeds, [
      { run: 'signIn', argument: undefined },
      { run: 'selectProject', argument: undefined },
    ]);
  });

  it('asks PostHog again on Refresh, and answers with a view that says why it failed', async () => {
    let isDown = false;
    const { sessions, ready, ask, transport } = await openExperiment(() =>
      isDown ? { status: 403, body: { detail: 'No.' } } : { body: wireDetail },
    );
    await sessions.start();
    await ready();
    isDown = true;
    const { result } = await ask('refresh');
    const view = result as Awaited<ReturnType<typeof ready>>;
    assert.equal(transport.requests.filter(isDetail).length, 2);
    assert.ok(view.content, 'what was there is gone');
    assert.equal(view.trouble?.title, 'What you see may be out of date.');
    assert.equal(view.trouble?.remedy, 'retry');
  });

  it('offers Retry after a reading that broke off, instead of reading for ever', async () => {
    const { sessions, ready, changed } = await openExperiment(() => new Error('no error of PostHog'));
    await sessions.start();
    await ready();
    await everythingSettled();
    const last = changed().at(-1);
    assert.deepEqual([last?.content, last?.loading, last?.trouble?.remedy], [undefined, false, 'retry']);
  });

  it('follows writes, whoever makes them', async () => {
    const { sessions, ready, changed } = await openExperiment(() => ({
      body: { ...wireDetail, archived: true },
    }));
    await sessions.start();
    await ready();
    const session = sessions.current;
    assert.ok(session);
    await setArchived(session, 311, true);
    assert.equal(shown(changed().at(-1)).statusWord, 'Archived');
  });

  it('leaves nothing behind: no listener, no answer', async () => {
    const { sessions, ready, host, wire, transport } = await openExperiment();
    await sessions.start();
    await ready();
    host.dispose();
    const posted = wire.posted.length;
    const asked = transport.requests.filter(isDetail).length;
    await sessions.reopen();
    await everythingSettled();
    assert.equal(wire.posted.length, posted);
    assert.equal(transport.requests.filter(isDetail).length, asked);
    assert.equal(wire.isListening, false);
  });
});

describe('The page of an experiment', () => {
  it('reads the experiment once for its head and for its chart', async () => {
    const { sessions, ready, ask, transport } = await openExperiment();
    await sessions.start();
    await ready();
    await ask('timeseries', { metricUuid: wireDetail.metrics[0]?.uuid, fresh: false });
    const paths = transport.requests.map(pathOf).filter((path) => path.includes('/311/'));
    assert.deepEqual(paths, [
      '/api/projects/42/experiments/311/',
      '/api/projects/42/experiments/311/timeseries_results/',
    ]);
  });

  it('runs its actions on its own experiment and tells what became of them', async () => {
    const { sessions, ask, doors } = await openExperiment();
    await sessions.start();
    assert.deepEqual(await ask('act', { action: 'archive' }), { result: { kind: 'done' } });
    doors.outcome = { kind: 'refused', reason: 'It is running.' };
    assert.deepEqual(await ask('act', { action: 'duplicate' }), { result: doors.outcome });
    doors.outcome = { kind: 'cancelled' };
    assert.deepEqual(await ask('act', { action: 'unarchive' }), { result: doors.outcome });
    assert.deepEqual(doors.deeds, [
      { run: 'archiveExperiment', argument: { id: 311 } },
      { run: 'duplicateExperiment', argument: { id: 311 } },
      { run: 'unarchiveExperiment', argument: { id: 311 } },
    ]);
    for (const odd of [{ action: 'signOut' }, { action: 'archive', id: 5 }, {}, null]) {
      assert.deepEqual(await ask('act', odd), { error: 'The request was not understood.' });
    }
    assert.equal(doors.deeds.length, 3);
  });

  it('refuses an action while another project is open, with a sentence', async () => {
    const { accounts, sessions, ask, doors } = await openExperiment();
    await accounts.chooseProject(anAccount(), { id: 43, name: 'Other' });
    await sessions.start();
    assert.match((await ask('act', { action: 'archive' })).error ?? '', /^Another project is open\. /);
    assert.match((await ask('timeseries', { metricUuid: 'm', fresh: true })).error ?? '', /^Another project/);
    assert.deepEqual(doors.deeds, []);
  });
});
