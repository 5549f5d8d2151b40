import assert from 'node:assert/strict';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { ShownReader } from '../../../../src/core/useCase/shownReader';
import { pathOf } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { serveProject, type ServedProject } from '../../support/serveProject';
import { row } from '../../support/wireLists';

async function open(project: Partial<ServedProject> = {}) {
  const served: ServedProject = {
    open: [row(1), row(2), row(3, { status: 'draft', start_date: null }), row(4, { is_legacy: true })],
    ...project,
  };
  const { session, transport, clock } = openSession(serveProject(served));
  await refreshExperiments(session, never);
  transport.requests.length = 0;
  const asked = () =>
    transport.requests.splice(0).map((request) => pathOf(request).replace(/.*\/experiments\//, ''));
  return { reader: new ShownReader(session), asked, clock };
}

describe('The reader of experiments in visible code', () => {
  it('reads each running one once an hour, and no others', async () => {
    const { reader, asked, clock } = await open();
    await reader.read([1, 2, 3, 4, 99]);
    assert.deepEqual(
      asked().filter((path) => path.endsWith('latest/')),
      ['1/metrics_recalculation/latest/', '2/metrics_recalculation/latest/'],
    );
    await reader.read([1, 2]);
    assert.deepEqual(asked(), []);
    clock.advance(3_600_000);
    await reader.read([2]);
    assert.ok(asked().some((path) => path === '2/metrics_recalculation/latest/'));
  });

  it('reads what was asked for last, and nothing twice at a time', async () => {
    const { reader, asked } = await open();
    await Promise.all([reader.read([1]), reader.read([1, 2])]);
    assert.equal(asked().filter((path) => path.endsWith('latest/')).length, 2);
  });

  it('ends a round at a failure', async () => {
    const { reader, asked } = await open({
      instead: (request) =>
        /\/experiments\/\d+\/$/.test(pathOf(request)) ? { status: 500, body: { detail: 'down' } } : undefined,
    });
    await reader.read([1, 2]);
    assert.deepEqual(asked(), ['1/']);
    await reader.read([1, 2]);
    assert.deepEqual(asked(), ['2/']);
    await reader.read([1, 2]);
    assert.deepEqual(asked(), []);
  });
});
