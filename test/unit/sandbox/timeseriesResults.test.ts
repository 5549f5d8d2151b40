import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { first, nowMs, openSandbox, resultsIn } from './sandboxClient';

const dayMs = 86_400_000;
const day = (back: number) => new Date(nowMs - back * dayMs).toISOString().slice(0, 10);

describe('sandbox: time series', () => {
  it('has every day from the start to today, and no result for today yet', async () => {
    const { named, seriesOf } = openSandbox();
    const experiment = await named('New onboarding flow');
    const series = await seriesOf(experiment.id, first(experiment.metrics));
    const days = Object.keys(series.timeseries);
    assert.deepEqual(
      days,
      Array.from({ length: 10 }, (_, index) => day(9 - index)),
    );
    assert.equal(series.timeseries[day(0)], null);
    assert.equal(resultsIn(series).length, 9);
    assert.equal(series.status, 'partial');
    assert.equal(series.errors, null);
    assert.match(series.computed_at ?? '', /^2026-11-20T02:11:\d\d\+00:00$/);
    assert.match(String(series['created_at']), /^2026-11-12T02:11:\d\d\+00:00$/);
    assert.equal(series['recalculation_status'], null);
  });

  it('is completed for an experiment that has ended', async () => {
    const { named, seriesOf } = openSandbox();
    const experiment = await named('Express payment on the product page');
    const series = await seriesOf(experiment.id, first(experiment.metrics));
    assert.equal(series.status, 'completed');
    assert.equal(resultsIn(series).length, 29);
  });

  it('tells days that failed, with gaps where nothing ran', async () => {
    const { named, seriesOf } = openSandbox();
    const experiment = await named('Delivery date on the product page');
    const series = await seriesOf(experiment.id, first(experiment.metrics));
    assert.deepEqual(series.errors, {
      [day(6)]: 'Unable to retrieve experiment data. Please try refreshing the page.',
    });
    const empty = Object.keys(series.timeseries).filter((key) => series.timeseries[key] === null);
    assert.deepEqual(empty, [day(9), day(8), day(6), day(4), day(0)]);
    assert.equal(series.status, 'partial');
  });

  it('stays pending without data, without match and for retention', async () => {
    const { named, seriesOf } = openSandbox();
    const [fresh, onboarding] = await Promise.all([
      named('Search suggestions'),
      named('New onboarding flow'),
    ]);
    const metric = first(onboarding.metrics);
    const pending = [
      await seriesOf(fresh.id, first(fresh.metrics)),
      await seriesOf(onboarding.id, first(onboarding.metrics_secondary)),
      await seriesOf(onboarding.id, { ...metric, fingerprint: 'stale' }),
      await seriesOf(onboarding.id, { ...metric, uuid: 'unknown' }),
    ];
    for (const series of pending) {
      assert.equal(series.status, 'pending');
      assert.equal(series.computed_at, null);
      assert.deepEqual(resultsIn(series), []);
      assert.ok(Object.keys(series.timeseries).length > 0);
    }
  });

  it('refuses missing parameters and drafts', async () => {
    const { ask, named } = openSandbox();
    const [running, draft] = await Promise.all([named('Homepage hero'), named('Gift wrapping option')]);
    const refusal = async (id: number, query: string) => {
      const { status, body } = await ask('GET', `${id}/timeseries_results/${query}`);
      assert.equal(status, 400);
      return body;
    };
    assert.deepEqual(await refusal(running.id, ''), invalidBody('metric_uuid query parameter is required'));
    assert.deepEqual(
      await refusal(running.id, '?metric_uuid=a'),
      invalidBody('fingerprint query parameter is required'),
    );
    assert.deepEqual(
      await refusal(draft.id, '?metric_uuid=a&fingerprint=b'),
      invalidBody('Experiment has not been started yet'),
    );
  });

  it('begins in the night after a launch, whenever the start is said to be', async () => {
    const { named, written, seriesOf } = openSandbox();
    const draft = await named('Gift wrapping option');
    const { id, metrics } = await written('PATCH', `${draft.id}/`, { start_date: '2026-11-10T00:00:00Z' });
    const series = await seriesOf(id, first(metrics));
    assert.equal(Object.keys(series.timeseries).length, 11);
    assert.deepEqual([series.status, resultsIn(series)], ['pending', []]);
  });

  it('gives no statistics below the minimum, and says what is missing', async () => {
    const { named, seriesOf } = openSandbox();
    const experiment = await named('Shared workspaces for companies');
    const [early] = resultsIn(await seriesOf(experiment.id, first(experiment.metrics)));
    const [test] = early?.variant_results ?? [];
    assert.ok(test && test.number_of_samples < 50);
    assert.deepEqual(early?.baseline.validation_failures, ['not-enough-exposures']);
    assert.deepEqual(test.validation_failures, ['not-enough-exposures']);
    assert.deepEqual([test.significant, test.chance_to_win, test.credible_interval], [null, null, null]);
    assert.equal(test.method, 'bayesian');
  });
});
