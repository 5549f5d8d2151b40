import assert from 'node:assert/strict';
import { BackgroundLedger, listEveryMs } from '../../../../src/core/useCase/backgroundLedger';
import { loadVerdict } from '../../../../src/core/useCase/loadVerdict';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { refreshVerdicts } from '../../../../src/core/useCase/refreshVerdicts';
import { deferred, everythingSettled } from '../../support/deferred';
import { type Answer, FakeTransport, pathOf, type Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { serveProject, type ServedProject } from '../../support/serveProject';
import { withFlag, wireListItem } from '../../support/wireExperiments';
import { row } from '../../support/wireLists';

const hourMs = 3_600_000;
const running = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));

async function open(project: ServedProject, respond: Respond = serveProject(project)) {
  const opened = openSession([], { transport: new FakeTransport(respond) });
  const { session, transport } = opened;
  await refreshExperiments(session, never);
  transport.requests.length = 0;
  const ledger = new BackgroundLedger();
  return {
    ...opened,
    ledger,
    round: () => refreshVerdicts(session, ledger, never),
    count: () => transport.requests.length,
    read: () => [...session.store.state.verdicts.keys()],
    forget: () => (transport.requests.length = 0),
  };
}

describe('A round of verdicts', () => {
  it('makes at most twenty requests, and the next goes on where it ended', async () => {
    const { round, count, read } = await open({ open: running(30) });
    await round();
    assert.ok(count() <= 20, `${count()}`);
    const first = read().length;
    assert.ok(first >= 9, `${first}`);
    await round();
    assert.ok(count() > 30 && count() <= 40, `${count()}`);
    assert.equal(read().length, count() / 2);
  });

  it('makes no more of them within the hour than its share, however often it is asked for', async () => {
    const { round, count, clock } = await open({ open: running(120) });
    for (let minute = 0; minute < 59; minute++) {
      await round();
      clock.advance(60_000);
    }
    assert.ok(count() <= 44, `${count()}`);
    assert.ok(count() >= 40, `${count()}`);
  });

  it('asks for running experiments only, for each once an hour, and of nobody twice at a time', async () => {
    const other = [
      row(11, { status: 'paused' }),
      row(12, { status: 'draft', start_date: null }),
      row(13, { status: 'stopped', end_date: '2026-03-09T10:00:00Z' }),
      row(14, { is_legacy: true }),
      row(15, { archived: true }),
    ];
    const { round, count, read, clock, forget } = await open({
      open: [row(1), row(2, { status: 'exposure_frozen' }), ...other],
    });
    await round();
    assert.deepEqual(
      read().toSorted((a, b) => a - b),
      [1, 2],
    );
    forget();
    clock.advance(hourMs - 1);
    await round();
    assert.equal(count(), 0);
    clock.advance(1);
    await round();
    assert.equal(count(), 2);
  });

  it('begins with what deserves a look, then the most recent', async () => {
    const started = (day: number) => ({ start_date: `2026-03-0${day}T09:30:00Z` });
    const { round, transport } = await open({
      open: [
        row(1, started(2)),
        row(2, started(4)),
        row(3, { ...withFlag(wireListItem, { active: false }), ...started(1), id: 3 }),
        row(4, started(3)),
      ],
    });
    await round();
    const details = transport.requests.map(pathOf).filter((path) => /\/experiments\/\d+\/$/.test(path));
    assert.deepEqual(
      details.map((path) => path.match(/(\d+)\/$/)?.[1]),
      ['3', '2', '4', '1'],
    );
  });

  it('comes to all in the end: those never asked for go before those asked for longest ago', async () => {
    const { round, read, clock } = await open({ open: running(90) });
    for (let minute = 0; minute < 4 * 60; minute++) {
      await round();
      clock.advance(60_000);
    }
    assert.equal(read().length, 90);
  });

  it('has three requests under way at once', async () => {
    const gate = deferred();
    const serve = serveProject({ open: running(30) });
    let isSlow = false;
    const { round, count } = await open({ open: [] }, async (request, signal) => {
      if (isSlow) await gate.promise;
      return serve(request, signal);
    });
    isSlow = true;
    const reading = round();
    await everythingSettled();
    assert.equal(count(), 3);
    gate.resolve();
    await reading;
  });

  it('does not ask again for a verdict that its panel has just read', async () => {
    const { session, round, count, forget } = await open({ open: running(1) });
    await loadVerdict(session, 1, never);
    forget();
    await round();
    assert.equal(count(), 0);
  });

  it('that is cancelled may ask for the same again, and counts what it may have cost', async () => {
    const { session, ledger, round, read, count } = await open({ open: running(3) });
    const leave = new AbortController();
    const reading = refreshVerdicts(session, ledger, leave.signal);
    leave.abort();
    await assert.rejects(reading);
    assert.ok(ledger.allowance(6, session.now()) < 20);
    assert.ok(count() <= 3);
    await round();
    assert.equal(read().length, 3);
  });
});

describe('A round of verdicts that meets a failure', () => {
  const failing = (
    answer: Answer,
    isFailing: (path: string) => boolean = (path) => path.endsWith('latest/'),
  ) => open({ open: running(30), instead: (request) => (isFailing(pathOf(request)) ? answer : undefined) });

  it('ends where all would meet it, and rests for a quarter of an hour or as long as PostHog asks', async () => {
    const slowDown = { detail: 'Request was throttled. Expected available in 1800 seconds.' };
    const { round, count, clock, forget } = await failing({ status: 429, body: slowDown });
    await round();
    assert.ok(count() <= 6, `${count()}`);
    forget();
    clock.advance(29 * 60_000);
    await round();
    assert.equal(count(), 0);
    clock.advance(60_000);
    await round();
    assert.ok(count() > 0);
  });

  it('ends when the key is not accepted', async () => {
    const { round, count, clock, forget } = await failing({ status: 401, body: {} });
    await round();
    assert.ok(count() <= 6, `${count()}`);
    forget();
    clock.advance(14 * 60_000);
    await round();
    assert.equal(count(), 0);
  });

  it('goes on after one experiment, which is not asked for again within the hour', async () => {
    const one = (path: string) => path.endsWith('/experiments/30/');
    const { round, session, count, clock, transport } = await failing({ status: 500, body: {} }, one);
    const asked = () => transport.requests.filter((request) => one(pathOf(request))).length;
    await round();
    assert.equal(session.store.state.verdicts.get(30)?.state, 'failed');
    assert.ok(count() > 15, `${count()}`);
    clock.advance(hourMs - 1);
    await round();
    assert.equal(asked(), 1);
  });
});

describe('How often the list is read', () => {
  const minutes = (requests: number) => Math.round(listEveryMs(requests) / 60_000);

  it('is every quarter of an hour, less often where it takes many requests', () => {
    assert.deepEqual([2, 3, 6].map(minutes), [15, 15, 15]);
    assert.deepEqual([7, 10, 15, 16, 101].map(minutes), [20, 30, 60, 61, 202]);
  });

  it('leaves room for verdicts in every hour', () => {
    for (let requests = 2; requests <= 30; requests++) {
      const lists = (Math.floor(hourMs / listEveryMs(requests)) + 1) * requests;
      const verdicts = affordable(requests);
      assert.ok(verdicts >= 29, `${requests}: ${verdicts}`);
      assert.ok(lists + verdicts + 1 <= 60, `${requests}: ${lists} + ${verdicts}`);
    }
  });

  function affordable(listRequests: number): number {
    const ledger = new BackgroundLedger();
    let total = 0;
    for (let more = ledger.allowance(listRequests, 0); more > 0; more = ledger.allowance(listRequests, 0)) {
      total += more;
      ledger.spend(more, 0);
    }
    return total;
  }
});
