import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { readingKey } from '../../../../src/core/store/metricReading';
import { loadVerdict } from '../../../../src/core/useCase/loadVerdict';
import { everythingSettled } from '../../support/deferred';
import type { Answer } from '../../support/fakeTransport';
import {
  cached,
  forbidden,
  type Instead,
  isDays,
  isQuery,
  openMetrics,
  retention,
  running,
  second,
} from '../../support/openMetrics';
import { never } from '../../support/openSession';
import { row } from '../../support/wireLists';
import { funnelMetric } from '../../support/wireExperiments';
import { wirePending } from '../../support/wireTimeseries';

describe('A metric that cannot be read', () => {
  const failing =
    (answer: Answer): Instead =>
    (request) => {
      if (isQuery(request)) return answer;
      return isDays(request) && request.path.includes('second') ? { body: wirePending } : undefined;
    };
  const readingOf = (opened: Awaited<ReturnType<typeof openMetrics>>, uuid: string) =>
    opened.session.store.state.readings.get(readingKey(1, `primary/${uuid}`));

  it('fails by itself, in the words of the server, beside those that succeed', async () => {
    const detail = 'Unable to calculate experiment results from the collected data.';
    const opened = await openMetrics([funnelMetric, second], {}, failing({ status: 400, body: { detail } }));
    await opened.read();
    assert.deepEqual(opened.sources(), ['daily', undefined]);
    const reading = readingOf(opened, 'second');
    assert.equal(reading?.state === 'failed' && reading.error.details.serverMessage, detail);
  });

  it('is not asked for again by itself, and by Retry alone', async () => {
    let isDown = true;
    const opened = await openMetrics([funnelMetric, second], {}, (request) =>
      failing(isDown ? { status: 400, body: { detail: 'No.' } } : cached)(request),
    );
    await opened.read();
    const before = opened.transport.requests.length;
    await opened.read();
    assert.equal(opened.transport.requests.length, before);
    isDown = false;
    await opened.read({ key: 'primary/second' });
    assert.deepEqual(opened.sources(), ['daily', 'query']);
    assert.equal(readingOf(opened, 'second'), undefined);
  });

  it('keeps its last good value when a newer one fails', async () => {
    let isDown = false;
    const opened = await openMetrics([funnelMetric, retention], {}, (request) =>
      isQuery(request) ? (isDown ? { status: 500, body: {} } : cached) : undefined,
    );
    await opened.read();
    isDown = true;
    await opened.read({ key: 'primary/back' });
    const [, outcome] = opened.results()?.outcomes ?? [];
    assert.equal(outcome?.source, 'query');
    assert.equal(outcome?.computedMs, Date.parse('2026-03-10T09:00:00Z'));
    assert.equal(readingOf(opened, 'back')?.state, 'failed');
  });

  it('keeps it over a new reading of the newest results, which leave it out', async () => {
    const opened = await openMetrics([funnelMetric, retention], { recalculations: 'there' }, (request) =>
      isQuery(request) ? cached : undefined,
    );
    await opened.read();
    assert.deepEqual(opened.sources(), ['recalculation', 'query']);
    await loadVerdict(opened.session, 1, never);
    assert.deepEqual(opened.sources(), ['recalculation', 'query']);
  });

  it('says which scope is missing, having asked for it once, and the rest is there', async () => {
    const more = [retention, { ...retention, uuid: 'b' }, { ...retention, uuid: 'c' }];
    const opened = await openMetrics([funnelMetric, ...more, { ...retention, uuid: 'd' }], {}, (request) =>
      isQuery(request) ? forbidden : undefined,
    );
    await opened.read();
    assert.equal(opened.sources()?.[0], 'daily');
    assert.deepEqual(opened.readings()?.slice(1), ['failed', 'failed', 'failed', 'failed']);
    const reading = readingOf(opened, 'd');
    assert.match((reading?.state === 'failed' && reading.error.details.serverMessage) || '', /query:read/);
    // Three were on their way before the first answer came.
    assert.equal(opened.transport.requests.filter(isQuery).length, 3);
  });

  it('is given up after five minutes, and cancelled in PostHog', async () => {
    const opened = await openMetrics([retention], {}, (request) => (isQuery(request) ? running : undefined));
    await opened.read();
    await everythingSettled();
    const reading = readingOf(opened, 'back');
    assert.equal(reading?.state === 'failed' && reading.error.kind, 'timeout');
    assert.equal(opened.transport.requests.at(-1)?.method, 'DELETE');
  });

  it('is cancelled by whoever asked, in PostHog too, and marked so', async () => {
    const leave = new AbortController();
    const opened = await openMetrics([funnelMetric, retention], {}, (request) => {
      if (!isQuery(request)) return undefined;
      if (request.method === 'GET') leave.abort();
      return running;
    });
    await assert.rejects(opened.read('missing', leave.signal));
    await everythingSettled();
    assert.deepEqual(opened.readings(), [undefined, 'cancelled']);
    assert.equal(opened.transport.requests.at(-1)?.method, 'DELETE');
    // The next page that comes up asks for it again.
    const before = opened.transport.requests.length;
    await assert.rejects(opened.read('missing', AbortSignal.abort()));
    assert.equal(opened.transport.requests.length, before);
    await opened.read();
    assert.equal(opened.transport.requests[before]?.method, 'POST');
  });

  it('of an experiment that has lost it says so', async () => {
    const opened = await openMetrics([funnelMetric, second], {}, failing(cached));
    opened.served.open = [row(1, { metrics: [funnelMetric] })];
    opened.clock.advance(60_000);
    await opened.read();
    const reading = readingOf(opened, 'second');
    assert.ok(reading?.state === 'failed' && reading.error instanceof PostHogError);
    assert.equal(reading.error.kind, 'notFound');
  });
});
