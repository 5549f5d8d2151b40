import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { timeseriesKey } from '../../../../src/core/store/store';
import { followRecalculation, startRecalculation } from '../../../../src/core/useCase/recalculateTimeseries';
import { loadTimeseries } from '../../../../src/core/useCase/loadTimeseries';
import type { Answer, Respond } from '../../support/fakeTransport';
import type { SeriesProgress } from '../../../../src/shared/panelSeries';
import { never, openSession } from '../../support/openSession';
import { funnelMetric, wireDetail } from '../../support/wireExperiments';
import { wirePending, wireSeries } from '../../support/wireTimeseries';

const metricUuid = funnelMetric.uuid;
const metric = { experimentId: 311, metricUuid };
const underWay = (computedDays = 0): Answer => ({
  body: {
    ...wirePending,
    recalculation_status: 'in_progress',
    timeseries: {
      '2026-03-02': computedDays > 0 ? wireSeries.timeseries['2026-03-02'] : null,
      '2026-03-03': null,
    },
  },
});
const done: Answer = { body: wireSeries };
const lost = new PostHogError('offline', { method: 'GET', template: '/' });

/** A PostHog that answers the series in turn, the last answer again and again. */
function openProject(
  series: readonly Answer[],
  started: () => Answer = () => ({ status: 201, body: { id: 'r', status: 'pending' } }),
) {
  const left = [...series];
  const respond: Respond = (request) => {
    if (request.method === 'POST') return started();
    if (request.path.includes('/timeseries_results/'))
      return (left.length > 1 ? left.shift() : left[0]) ?? done;
    return { body: wireDetail };
  };
  const open = openSession(respond);
  const posts = () => open.transport.requests.filter(({ method }) => method === 'POST');
  const waits: number[] = [];
  const sleep = async (spanMs: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    waits.push(spanMs);
    open.clock.advance(spanMs);
  };
  const seriesState = () => open.session.store.state.timeseries.get(timeseriesKey(311, metricUuid))?.state;
  return { ...open, posts, waits, sleep, seriesState };
}

describe('Starting a recalculation', () => {
  it('sends definition and fingerprint of one fresh reading, as PostHog sent them', async () => {
    const { session, transport, posts } = openProject([underWay()]);
    assert.deepEqual(await startRecalculation(session, metric), { isNew: true });
    assert.deepEqual(
      posts().map(({ path, body }) => [path, body]),
      [
        [
          '/api/projects/42/experiments/311/recalculate_timeseries/',
          { metric: funnelMetric, fingerprint: funnelMetric.fingerprint },
        ],
      ],
    );
    assert.match(transport.requests[0]?.path ?? '', /\/experiments\/311\/$/);
  });

  it('shows at once that the stored days are gone', async () => {
    const { session } = openProject([done, underWay()]);
    await loadTimeseries(session, 311, metricUuid, never);
    await startRecalculation(session, metric);
    const series = session.store.state.timeseries.get(timeseriesKey(311, metricUuid));
    assert.ok(series?.state === 'ready' && series.value.recalculation === 'in_progress');
    assert.ok(series.value.days.every(({ result }) => result === undefined));
  });

  it('tells one that was under way already', async () => {
    const { session } = openProject([underWay()], () => ({
      status: 200,
      body: { id: 'r', status: 'pending' },
    }));
    assert.deepEqual(await startRecalculation(session, metric), { isNew: false });
  });

  it('is not sent for a metric that is gone or has no daily results', async () => {
    const { session, posts } = openProject([done]);
    await assert.rejects(startRecalculation(session, { ...metric, metricUuid: 'gone' }), {
      kind: 'notFound',
    });
    assert.equal(posts().length, 0);
  });

  it('is not sent twice when its answer is lost: the series tells whether it began', async () => {
    const began = openProject([underWay()], () => lost);
    assert.deepEqual(await startRecalculation(began.session, metric), { isNew: true });
    assert.equal(began.posts().length, 1);
    const failed = openProject([done], () => lost);
    await assert.rejects(startRecalculation(failed.session, metric), { kind: 'offline' });
    assert.equal(failed.posts().length, 1);
  });
});

describe('Following a recalculation', () => {
  it('reads the series every twenty seconds until it is there, and tells how far it is', async () => {
    const { session, waits, sleep, seriesState } = openProject([underWay(), underWay(1), done]);
    await startRecalculation(session, metric);
    const reports: SeriesProgress[] = [];
    await followRecalculation(session, metric, (progress) => reports.push(progress), never, sleep);
    assert.deepEqual(reports, [
      { computedDays: 0, days: 2 },
      { computedDays: 1, days: 2 },
    ]);
    assert.deepEqual(waits, [20_000, 20_000]);
    assert.equal(seriesState(), 'ready');
  });

  it('ends at once when it is done already', async () => {
    const { session, waits, sleep } = openProject([done]);
    await startRecalculation(session, metric);
    await followRecalculation(session, metric, () => assert.fail('nothing to report'), never, sleep);
    assert.deepEqual(waits, []);
  });

  it('outlives a network that is away for a moment, and gives up in the end', async () => {
    const back = openProject([underWay(), lost, lost, underWay(), done]);
    await startRecalculation(back.session, metric);
    await followRecalculation(back.session, metric, () => undefined, never, back.sleep);
    assert.equal(back.seriesState(), 'ready');
    const away = openProject([underWay(), lost]);
    await startRecalculation(away.session, metric);
    await assert.rejects(
      followRecalculation(away.session, metric, () => undefined, never, away.sleep),
      {
        kind: 'offline',
      },
    );
    assert.equal(away.waits.length, 5);
  });

  it('ends when the person stops waiting, or the session is over', async () => {
    for (const leave of ['person', 'session'] as const) {
      const { session, sleep, waits } = openProject([underWay()]);
      await startRecalculation(session, metric);
      const person = new AbortController();
      const report = () => {
        if (waits.length < 3) return;
        if (leave === 'person') person.abort();
        else session.dispose();
      };
      await assert.rejects(followRecalculation(session, metric, report, person.signal, sleep), {
        name: 'AbortError',
      });
      assert.equal(waits.length, 3, leave);
    }
  });
});
