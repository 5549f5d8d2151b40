import assert from 'node:assert/strict';
import { CloserLook } from '../../../../src/core/useCase/closerLook';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { pathOf } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { serveProject, type ServedProject } from '../../support/serveProject';
import { row } from '../../support/wireLists';

async function open(project: Partial<ServedProject> = {}) {
  const served: ServedProject = {
    open: [row(1), row(2, { status: 'draft', start_date: null }), row(3, { is_legacy: true })],
    ...project,
  };
  const { session, transport, clock } = openSession(serveProject(served));
  await refreshExperiments(session, never);
  transport.requests.length = 0;
  const look = new CloserLook(session);
  const asked = () => transport.requests.map((request) => pathOf(request).replace(/.*\/experiments\//, ''));
  const refresh = async () => {
    clock.advance(60_000);
    await refreshExperiments(session, never);
    transport.requests.length = 0;
  };
  return { session, served, look, asked, refresh };
}

describe('A closer look at an experiment', () => {
  it('reads its metrics and newest results, once', async () => {
    const { look, asked } = await open();
    assert.equal(look.needsReading(1), true);
    await look.read(1, never);
    assert.deepEqual(asked(), ['1/', '1/metrics_recalculation/latest/']);
    assert.equal(look.needsReading(1), false);
    await look.read(1, never);
    assert.equal(asked().length, 2);
  });

  it('asks for no results of what was not launched, or of the retired engine', async () => {
    const { look, asked } = await open();
    await look.read(2, never);
    await look.read(3, never);
    assert.deepEqual(asked(), ['2/', '3/']);
    assert.equal(look.needsReading(2) || look.needsReading(3), false);
  });

  it('reads the metrics again once PostHog changed the experiment', async () => {
    const { look, served, asked, refresh } = await open();
    await look.read(1, never);
    served.open = [row(1, { updated_at: '2026-03-10T12:00:00Z' })];
    await refresh();
    assert.equal(look.needsReading(1), true);
    await look.read(1, never);
    assert.deepEqual(asked(), ['1/']);
    assert.equal(look.needsReading(1), false);
  });

  it('does not try what failed again until the list was read after it', async () => {
    let isDown = true;
    const { look, asked, refresh } = await open({
      instead: (request) =>
        isDown && pathOf(request).endsWith('/1/') ? { status: 500, body: {} } : undefined,
    });
    await look.read(1, never);
    assert.equal(look.needsReading(1), false);
    isDown = false;
    await refresh();
    assert.equal(look.needsReading(1), true);
    await look.read(1, never);
    assert.deepEqual(asked(), ['1/', '1/metrics_recalculation/latest/']);
    assert.equal(look.needsReading(1), false);
  });

  it('that is left half-way may be had again', async () => {
    const { look } = await open();
    const leave = new AbortController();
    const reading = look.read(1, leave.signal);
    leave.abort();
    await assert.rejects(reading);
    assert.equal(look.needsReading(1), true);
  });
});
