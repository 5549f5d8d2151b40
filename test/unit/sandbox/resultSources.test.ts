import assert from 'node:assert/strict';
import { createApiCaller } from '../../../src/core/api/caller';
import { PostHogClient } from '../../../src/core/api/client';
import { createSession } from '../../../src/core/session';
import { metricKey, readingKey } from '../../../src/core/store/metricReading';
import { knownExperiments } from '../../../src/core/store/knownExperiments';
import { lastLoaded } from '../../../src/core/store/resource';
import { loadVerdict } from '../../../src/core/useCase/loadVerdict';
import { readMetrics } from '../../../src/core/useCase/readMetrics';
import { refreshExperiments } from '../../../src/core/useCase/refreshExperiments';
import { createSandbox } from '../../../src/sandbox/inProcessTransport';
import { MemoryStorage } from '../support/memoryStorage';
import { never } from '../support/openSession';

const nowMs = Date.parse('2026-11-14T09:00:00Z');

/** Every metric of every experiment that was launched, read as an open page reads it. */
async function readAll(era: 'B' | 'D' | 'F') {
  const { transport, projectId, projectName, control } = createSandbox({ era, nowMs });
  const now = () => control.advance(0);
  const client = new PostHogClient(createApiCaller(transport));
  const storage = new MemoryStorage();
  const session = createSession(
    { accountId: 'ada', projectId, webUrl: undefined, client, storage, now },
    projectName,
  );
  await refreshExperiments(session, never);
  const sleep = async (spanMs: number) => void control.advance(spanMs);
  const read: string[] = [];
  for (const { id, startMs, name } of knownExperiments(session.store.state)) {
    if (startMs === undefined) continue;
    await loadVerdict(session, id, never);
    await readMetrics(session, id, { what: 'missing' }, never, { sleep });
    const { verdicts, readings } = session.store.state;
    for (const outcome of lastLoaded(verdicts.get(id))?.value.outcomes ?? []) {
      const { metric, source, error, isLegacy } = outcome;
      const reading = readings.get(readingKey(id, metricKey(outcome)))?.state;
      const became =
        source ?? (isLegacy || metric.type === 'legacy' ? 'legacy' : (reading ?? (error && 'failed')));
      assert.ok(became, `${name}, ${metric.name}: nothing became of it`);
      read.push(became);
    }
  }
  return new Set(read);
}

describe('sandbox: where results come from', function () {
  // Every metric's users are gone through.
  this.timeout(20_000);

  it('is days and queries on old servers', async () => {
    const read = await readAll('B');
    assert.ok(read.has('daily') && read.has('query'), [...read].join());
    assert.ok(!read.has('recalculation'));
  });

  it('is the newest run of all metrics on newer ones, and a query for what it leaves out', async () => {
    const read = await readAll('F');
    assert.ok(read.has('recalculation') && read.has('query'), [...read].join());
    assert.ok(read.has('failed'), 'some metric fails');
  });
});
