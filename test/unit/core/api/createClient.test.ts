import assert from 'node:assert/strict';
import { createClient } from '../../../../src/core/api/createClient';
import { deferred, everythingSettled } from '../../support/deferred';
import { type Answer, FakeTransport } from '../../support/fakeTransport';
import { never } from '../../support/openSession';
import { RecordingLogger } from '../../support/recordingLogger';

const project = (id: number): Answer => ({ body: { id, name: `Project ${id}` } });
const template = '/api/projects/:project/';

describe('A client', () => {
  it('asks once for what several want, tries it again for all of them and logs each try', async () => {
    const answers = [{ status: 503, body: {}, retryAfterSeconds: 0.001 }, project(42)];
    const transport = new FakeTransport(answers);
    const logger = new RecordingLogger();
    const { account } = createClient(transport, logger);
    const read = () => account.retrieveProject(42, never);
    const names = (await Promise.all([read(), read(), read()])).map(({ name }) => name);
    assert.deepEqual(names, ['Project 42', 'Project 42', 'Project 42']);
    assert.deepEqual(
      logger.lines.map((line) => line.replace(/\d+ ms/, 'some ms')),
      [`GET ${template} 503 some ms, try 1`, `GET ${template} 200 some ms, try 2`],
    );
  });

  it('has few exchanges at a time, and who waits for the next try takes no place', async () => {
    const end = deferred();
    const down = new Set([0, 1, 2, 3].map((id) => `/api/projects/${id}/`));
    const transport = new FakeTransport(async ({ path }) => {
      if (down.delete(path)) return { status: 503, body: {}, retryAfterSeconds: 9 };
      await end.promise;
      return project(1);
    });
    const { account } = createClient(transport, new RecordingLogger());
    const abort = new AbortController();
    const read = (id: number) => account.retrieveProject(id, abort.signal);
    const reads = Promise.allSettled([0, 1, 2, 3, 4, 5, 6, 7, 8].map(read));
    await everythingSettled();
    assert.equal(
      transport.requests.length,
      8,
      'four failed and wait, four more are under way, one has no place',
    );
    end.resolve();
    await everythingSettled();
    assert.equal(transport.requests.length, 9);
    abort.abort();
    await reads;
  });
});
