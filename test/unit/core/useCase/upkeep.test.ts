import assert from 'node:assert/strict';
import { nameProject } from '../../../../src/core/useCase/nameProject';
import { refreshExperiments, restoreExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { Upkeep } from '../../../../src/core/useCase/upkeep';
import { everythingSettled } from '../../support/deferred';
import { FakeTransport, pathOf } from '../../support/fakeTransport';
import { ManualTimers } from '../../support/manualTimers';
import { MemoryStorage } from '../../support/memoryStorage';
import { never, openSession } from '../../support/openSession';
import { RecordingLogger } from '../../support/recordingLogger';
import { serveProject, type ServedProject } from '../../support/serveProject';
import { row } from '../../support/wireLists';

const minuteMs = 60_000;
const rows = (count: number, parts: object = {}, from = 1) =>
  Array.from({ length: count }, (_, index) => row(from + index, parts));
/** 120 experiments, half of them running. */
const project: ServedProject = {
  open: [...rows(60), ...rows(40, { status: 'stopped', end_date: '2026-03-09T10:00:00Z' }, 61)],
  archived: rows(20, { archived: true }, 101),
};

function start(served: ServedProject = project, storage = new MemoryStorage()) {
  const opened = openSession([], { transport: new FakeTransport(serveProject(served)), storage });
  const { session, clock, transport } = opened;
  const timers = new ManualTimers();
  const logger = new RecordingLogger();
  let beats = 0;
  const upkeep = new Upkeep(session, { timers, logger, onMinute: () => beats++ });
  const passMinutes = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      clock.advance(minuteMs);
      timers.fire();
      await settled();
    }
  };
  const count = (ending = '') =>
    transport.requests.filter((request) => pathOf(request).endsWith(ending)).length;
  const open = async () => {
    await refreshExperiments(session, never);
    await nameProject(session);
    await settled();
  };
  return { ...opened, upkeep, timers, logger, open, passMinutes, count, beats: () => beats };
}

/** Every request waits for nothing but its turn; a round makes some after one another. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await everythingSettled();
}

describe('Upkeep of what is on screen', () => {
  for (const recalculations of ['there', 'none yet', 'unsupported'] as const) {
    it(`keeps to its bounds with 120 experiments, newest results ${recalculations}`, async () => {
      const { upkeep, open, passMinutes, count } = start({ ...project, recalculations });
      upkeep.show();
      await open();
      assert.ok(count() <= 25, `opening: ${count()}`);
      assert.ok(count() >= 15, `opening: ${count()}`);
      await passMinutes(60);
      assert.ok(count() <= 60, `the first hour: ${count()}`);
      const before = count();
      await passMinutes(60);
      assert.ok(count() - before <= 60, `the second hour: ${count() - before}`);
      assert.ok(count() - before >= 30, `the second hour: ${count() - before}`);
      upkeep.hide();
    });
  }

  it('asks for nothing while it is hidden, and leaves no timer', async () => {
    const { upkeep, timers, open, passMinutes, count, beats } = start();
    await open();
    const before = count();
    await passMinutes(60);
    assert.equal(count(), before);
    upkeep.show();
    assert.equal(timers.running, 1);
    upkeep.hide();
    assert.equal(timers.running, 0);
    await settled();
    const shown = count();
    await passMinutes(60);
    assert.equal(count(), shown);
    assert.equal(beats(), 0);
  });

  it('ends what is under way when it is hidden', async () => {
    const { upkeep, session, open, count, logger } = start();
    await open();
    const before = count();
    upkeep.show();
    upkeep.hide();
    await settled();
    assert.ok(count() - before <= 3, `${count() - before}`);
    assert.equal(session.store.state.verdicts.get(60)?.state ?? 'idle', 'idle');
    assert.deepEqual(logger.lines, []);
  });

  it('beats every minute', async () => {
    const { upkeep, open, passMinutes, beats } = start();
    await open();
    upkeep.show();
    await passMinutes(7);
    assert.equal(beats(), 7);
    upkeep.hide();
  });

  it('reads the list every quarter of an hour, and when it is old as it comes on screen', async () => {
    const { upkeep, session, open, passMinutes, count, clock } = start({ open: [] });
    await open();
    upkeep.show();
    await passMinutes(14);
    assert.equal(count('/experiments/'), 2);
    await passMinutes(1);
    assert.equal(count('/experiments/'), 4);
    upkeep.hide();
    clock.advance(5 * minuteMs);
    upkeep.show();
    await settled();
    assert.equal(count('/experiments/'), 6);
    upkeep.hide();
    upkeep.show();
    await settled();
    assert.equal(count('/experiments/'), 6);
    assert.equal(session.store.state.list.state, 'ready');
    upkeep.hide();
  });

  it('reads no verdicts for a list of the last time before the new one is there', async () => {
    const storage = new MemoryStorage();
    await start(project, storage).open();
    const { upkeep, session, open, passMinutes, count } = start(project, storage);
    await restoreExperiments(session);
    upkeep.show();
    await passMinutes(2);
    assert.equal(count(), 0);
    await open();
    assert.ok(count('latest/') > 0);
    upkeep.hide();
  });

  it('shows the same verdicts after a refresh that changed nothing', async () => {
    const { upkeep, session, open } = start({ open: rows(3) });
    upkeep.show();
    await open();
    const { verdicts } = session.store.state;
    assert.equal(verdicts.size, 3);
    await refreshExperiments(session, never);
    assert.equal(session.store.state.verdicts, verdicts);
    upkeep.hide();
  });

  it('leaves a list that failed to whoever retries', async () => {
    const { upkeep, open, passMinutes, count, session } = start({
      ...project,
      instead: () => ({ status: 500, body: {} }),
    });
    upkeep.show();
    await open();
    const before = count();
    await passMinutes(60);
    assert.equal(session.store.state.list.state, 'failed');
    assert.equal(count(), before);
    upkeep.hide();
  });
});
