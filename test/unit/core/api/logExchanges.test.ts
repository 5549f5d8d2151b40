import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { logExchanges } from '../../../../src/core/api/logExchanges';
import type { ApiRequest } from '../../../../src/core/api/transport';
import { Clock } from '../../support/clock';
import { FakeTransport } from '../../support/fakeTransport';
import { never } from '../../support/openSession';
import { RecordingLogger } from '../../support/recordingLogger';

const template = '/api/projects/:project/experiments/:id/';
const request: ApiRequest = {
  method: 'GET',
  path: '/api/projects/42/experiments/311/?search=secret',
  template,
};

describe('The log of an exchange', () => {
  it('is one line: method, path template, status, milliseconds and try', async () => {
    const clock = new Clock();
    const logger = new RecordingLogger();
    const transport = new FakeTransport(() => {
      clock.advance(120);
      return { status: 503, body: {} };
    });
    const logged = logExchanges(transport, logger, clock.now);
    const response = await logged.send(request, never);
    await logged.send({ ...request, tryNumber: 2 }, never);
    assert.equal(response.status, 503);
    assert.deepEqual(logger.lines, [
      `GET ${template} 503 120 ms, try 1`,
      `GET ${template} 503 120 ms, try 2`,
    ]);
  });

  it('names the kind where there is no status, and passes the failure on', async () => {
    const logger = new RecordingLogger();
    const offline = new PostHogError('offline', { method: 'GET', template });
    const bug = new Error('a bug');
    const logged = logExchanges(new FakeTransport([offline, bug]), logger, new Clock().now);
    await assert.rejects(logged.send(request, never), offline);
    await assert.rejects(logged.send(request, never), bug);
    assert.deepEqual(logger.lines, [
      `GET ${template} offline 0 ms, try 1`,
      `GET ${template} failed 0 ms, try 1`,
    ]);
  });
});
