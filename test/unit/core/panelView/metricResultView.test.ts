import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { LatestResults, MetricOutcome } from '../../../../src/core/model/latestResults';
import type { MetricReading } from '../../../../src/core/store/metricReading';
import { aMetric, aResult } from '../../support/models';
import { computedMs, nowMs } from '../../support/results';
import { firstMetric, metricsOf, type ResultsCase, viewResults as view } from '../../support/viewResults';

const win = { significant: true, interval: [0.045, 0.2084], chanceToWin: 0.9991 } as const;

describe('What becomes of a metric', () => {
  const failed = (kind: 'invalid' | 'forbidden', serverMessage: string): MetricReading => ({
    state: 'failed',
    error: new PostHogError(kind, { method: 'POST', template: '/', serverMessage }),
    failedMs: nowMs,
  });
  const state = (outcome: Partial<MetricOutcome>, options: ResultsCase = {}) => {
    const { state: word, note, canRetry, isOld } = firstMetric(view([outcome], options));
    return [word, note, canRetry, isOld];
  };
  const nothing = { result: undefined, source: undefined };

  it('is told while it is on its way', () => {
    const loading = (value: LatestResults) =>
      ({ state: 'loading', previous: { value, loadedMs: 1 } }) as const;
    assert.equal(state(nothing, { verdict: loading })[0], 'waiting');
    const shown = view([nothing, { metric: aMetric({ uuid: 'b' }) }], {
      reading: { state: 'computing', sinceMs: nowMs - 5_000 },
    });
    assert.equal(firstMetric(shown).state, 'computing');
    assert.deepEqual(shown.progress, { done: 1, total: 2, sinceMs: nowMs - 5_000 });
  });

  it('is a failure by itself, with the last good value beside it', () => {
    assert.deepEqual(state({ ...nothing, error: 'Timed out.' }), ['failed', 'Timed out.', true, false]);
    assert.deepEqual(state({ error: 'Timed out.' }), ['failed', 'Timed out.', true, true]);
    assert.deepEqual(state({}, { reading: failed('invalid', 'Too large.') }), [
      'failed',
      'Too large.',
      true,
      true,
    ]);
    assert.deepEqual(state({}, { reading: { state: 'cancelled' } }), [
      'cancelled',
      'The computation was cancelled.',
      true,
      true,
    ]);
  });

  it('is said once for all where the key may not query', () => {
    const reading = failed('forbidden', "API key missing required scope 'query:read'");
    const shown = view([nothing, { metric: aMetric({ uuid: 'b' }), result: aResult(win) }], { reading });
    assert.match(shown.trouble ?? '', /query:read/);
    assert.equal(firstMetric(shown).note, 'The API key may not run queries.');
    assert.equal(metricsOf(shown)[1]?.rows[1]?.verdict, 'won');
  });

  it('tells what was not computed yet from what begins anew, and names the former engine', () => {
    assert.match(String(state({ ...nothing, noDays: 'notComputed' })[1]), /^Not computed yet/);
    assert.match(String(state({ ...nothing, noDays: 'edited' })[1]), /the metric was changed/);
    assert.deepEqual(state({ ...nothing, isLegacy: true }).slice(0, 1), ['legacy']);
    assert.deepEqual(state({ ...nothing, metric: aMetric({ type: 'legacy' }) }).slice(2), [false, false]);
  });

  it('names a baseline that the flag does not have', () => {
    const statistics = {
      method: 'bayesian',
      level: 0.95,
      difference: 'relative',
      sequential: undefined,
    } as const;
    const detail = { statistics: { ...statistics, baselineVariantKey: 'today' } };
    const [, note] = state({ ...nothing, error: 'No control variant found' }, { detail });
    assert.equal(note, "The baseline variant 'today' is not in the flag.");
  });

  it('comes with its source and its age', () => {
    const shown = firstMetric(view([{ source: 'daily' }]));
    assert.deepEqual([shown.sourceText, shown.computedMs], ['the last of the daily results', computedMs]);
  });
});
