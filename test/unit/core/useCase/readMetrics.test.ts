import assert from 'node:assert/strict';
import { deferred, everythingSettled } from '../../support/deferred';
import {
  cached,
  type Instead,
  isDays,
  isQuery,
  legacy,
  openMetrics,
  retention,
  running,
  second,
} from '../../support/openMetrics';
import { row } from '../../support/wireLists';
import { funnelMetric } from '../../support/wireExperiments';
import { bayesianDay, early2025Day, wirePending, wireSeries } from '../../support/wireTimeseries';

describe('What a page reads of single metrics', () => {
  it('is nothing where the newest results have all', async () => {
    const { read, asked, sources } = await openMetrics([funnelMetric], { recalculations: 'there' });
    await read();
    assert.deepEqual(asked(), []);
    assert.deepEqual(sources(), ['recalculation']);
  });

  it('is the last day that has a result, of each metric that has days', async () => {
    const { read, asked, sources, results } = await openMetrics([funnelMetric, second]);
    await read();
    assert.deepEqual(sources(), ['daily', 'daily']);
    assert.deepEqual(asked(), ['GET 1/timeseries_results/']);
    assert.equal(results()?.outcomes[1]?.computedMs, Date.parse(wireSeries.computed_at));
  });

  it('is a query where PostHog keeps no days, polled until it is done', async () => {
    let polls = 0;
    const { read, sources, results, readings } = await openMetrics(
      [funnelMetric, retention],
      {},
      (request) => {
        if (!isQuery(request)) return undefined;
        if (request.method === 'POST') return running;
        polls++;
        const status = {
          id: 'q1',
          complete: polls > 2,
          results: bayesianDay,
          end_time: '2026-03-10T09:00:00Z',
        };
        return { status: polls > 2 ? 200 : 202, body: { query_status: status } };
      },
    );
    await read();
    assert.equal(polls, 3);
    assert.deepEqual(sources(), ['daily', 'query']);
    assert.equal(results()?.outcomes[1]?.computedMs, Date.parse('2026-03-10T09:00:00Z'));
    assert.deepEqual(readings(), [undefined, undefined]);
  });

  it('asks no days of a metric without a fingerprint, and sends its definition as it came', async () => {
    const { fingerprint: _, ...old } = { ...second };
    const { read, asked, transport } = await openMetrics([funnelMetric, old], {}, (request) =>
      isQuery(request) ? cached : undefined,
    );
    await read();
    assert.deepEqual(asked(), ['POST query/']);
    const body = transport.requests[0]?.body as { readonly query: { readonly metric: unknown } };
    assert.deepEqual(body.query.metric, old);
  });

  it('leaves metrics of the retired engine alone', async () => {
    const { read, asked } = await openMetrics([funnelMetric, legacy]);
    await read();
    assert.deepEqual(asked(), []);
  });

  it('names days of the retired engine, and computes nothing for them', async () => {
    const { read, results, asked } = await openMetrics([funnelMetric, second], {}, (request) =>
      isDays(request) && request.path.includes('second')
        ? { body: { ...wireSeries, timeseries: { '2026-03-02': early2025Day } } }
        : undefined,
    );
    await read();
    assert.deepEqual([results()?.outcomes[1]?.isLegacy, results()?.outcomes[1]?.result], [true, undefined]);
    assert.deepEqual(asked(), ['GET 1/timeseries_results/']);
  });

  it('takes three at once, the first primary ones first', async () => {
    const gate = deferred();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const metrics = names.map((name) => ({ ...second, uuid: name, fingerprint: name }));
    const { read, transport, sources } = await openMetrics([funnelMetric, ...metrics], {}, (request) =>
      /metric_uuid=\w&/.test(request.path) ? gate.promise.then(() => ({ body: wireSeries })) : undefined,
    );
    const reading = read();
    await everythingSettled();
    const asked = transport.requests.map(({ path }) => /metric_uuid=(\w)/.exec(path)?.[1]);
    assert.deepEqual(asked, ['a', 'b', 'c']);
    gate.resolve();
    await reading;
    assert.equal(new Set(sources()).size, 1);
  });
});

describe('Daily results that are not there', () => {
  const pendingSecond: Instead = (request) => {
    if (isQuery(request)) return cached;
    return isDays(request) && request.path.includes('second') ? { body: wirePending } : undefined;
  };

  it('are not computed yet where the fingerprint is the same as ever', async () => {
    const { read, results } = await openMetrics([funnelMetric, second], {}, pendingSecond);
    await read();
    const [, outcome] = results()?.outcomes ?? [];
    assert.deepEqual([outcome?.noDays, outcome?.source], ['notComputed', 'query']);
  });

  it('begin anew where the metric was edited, and are asked for with the fingerprint it has now', async () => {
    const { read, results, served, clock, transport } = await openMetrics(
      [funnelMetric, second],
      {},
      pendingSecond,
    );
    served.open = [row(1, { metrics: [funnelMetric, { ...second, fingerprint: 'f-new' }] })];
    clock.advance(60_000);
    await read();
    const [, outcome] = results()?.outcomes ?? [];
    assert.deepEqual([outcome?.noDays, outcome?.source], ['edited', 'query']);
    const days = transport.requests.filter(isDays).map(({ path }) => /fingerprint=([\w-]+)/.exec(path)?.[1]);
    assert.deepEqual(days, ['f-new']);
  });

  it('of an outdated fingerprint are looked for again under the right one', async () => {
    let isOld = true;
    const { read, sources, served, clock } = await openMetrics([funnelMetric], {}, (request) =>
      isDays(request) && isOld ? { body: wirePending } : undefined,
    );
    isOld = false;
    served.open = [row(1, { metrics: [{ ...funnelMetric, fingerprint: 'f-new' }] })];
    clock.advance(60_000);
    await read();
    assert.deepEqual(sources(), ['daily']);
  });
});
