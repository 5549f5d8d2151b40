import assert from 'node:assert/strict';
import { toPowerView } from '../../../../src/core/panelView/powerView';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { LatestResults } from '../../../../src/core/model/latestResults';
import type { VariantSample } from '../../../../src/core/model/metricResult';
import { aDetail, aDraft, aMetric, aResult, aSample } from '../../support/models';
import { anOutcome, computedMs, nowMs, planOf, someExposures, startMs } from '../../support/results';

const metric = aMetric({ name: 'Purchase', type: 'funnel' });

function results(
  baseline: Partial<VariantSample> = {},
  parts: Partial<ExperimentDetail> = {},
  measured = metric,
): LatestResults {
  const experiment = aDetail({ startMs, primaryMetrics: [measured], ...parts });
  const result = {
    ...aResult({ samples: 5_000, sum: 620 }),
    baseline: aSample({ samples: 5_000, sum: 600, ...baseline }),
  };
  return { experiment, computedMs, outcomes: [anOutcome({ metric: measured, result })] };
}

const view = (read: LatestResults) =>
  toPowerView({ experiment: read.experiment, detail: read.experiment, results: read }, nowMs);

describe('The power of an experiment', () => {
  it('is planned with the baseline of the first primary metric', () => {
    const { basis, baselineText, missing, metricName } = view(results());
    assert.deepEqual(basis, { baseline: 0.12, variance: 0.12 * 0.88, variants: 2 });
    assert.equal(baselineText, 'control 12.00%');
    assert.deepEqual([metricName, missing], ['Purchase', undefined]);
  });

  it('tells what as many as there are would show', () => {
    // 4 · √(0.1056 · 2 / 10,000) / 0.12
    const percent = view(results()).detectablePercent ?? 0;
    assert.ok(Math.abs(percent - 15.3188) < 1e-3, String(percent));
  });

  it('tells how far the plan is, as every other surface does', () => {
    const { target, samples, progressText, daysLeftText, effectPercent, isEffectPlanned } = view(
      results({}, planOf(20_000)),
    );
    assert.deepEqual([samples, target, progressText], [10_000, 20_000, '50% of sample']);
    assert.equal(daysLeftText, '~9 days left');
    assert.deepEqual([effectPercent, isEffectPlanned], [15, true]);
    assert.equal(view(results({}, planOf(10_000))).progressText, 'target reached');
  });

  it('begins where PostHog begins when nothing is planned', () => {
    const { effectPercent, isEffectPlanned, target, progressText } = view(results());
    assert.deepEqual([effectPercent, isEffectPlanned, target, progressText], [30, false, undefined, '']);
  });

  it('says what is missing', () => {
    const experiment = aDetail({ startMs, primaryMetrics: [metric] });
    assert.match(toPowerView({ experiment }, nowMs).missing ?? '', /not read yet/);
    assert.match(toPowerView({ experiment, detail: experiment }, nowMs).missing ?? '', /first results/);
    assert.match(view(results({ sum: 0 })).missing ?? '', /zero so far/);
    assert.match(view(results({}, {}, aMetric({ type: 'ratio' }))).missing ?? '', /zero so far|not known/);
    assert.match(view(results({}, {}, aMetric({ type: 'legacy' }))).missing ?? '', /cannot plan/);
    const constant = { denominatorSum: 5_000, denominatorSumSquares: 5_000, sumSquares: 600 * 0.12 };
    const fixed = { ...constant, numeratorDenominatorSumProduct: 600 };
    assert.match(view(results(fixed, {}, aMetric({ type: 'ratio' }))).missing ?? '', /variance/);
    assert.match(view(results({}, { primaryMetrics: [] })).missing ?? '', /no metric/);
    const second = { primaryMetrics: [], secondaryMetrics: [metric] };
    assert.match(view(results({}, second)).missing ?? '', /no primary metric/);
  });

  it('does not count variants that are left out', () => {
    const keys = ['control', 'test', 'other'];
    const variants = keys.map((key) => ({ key, name: undefined, rolloutPercent: 33 }));
    assert.equal(view(results({}, { variants })).basis?.variants, 3);
    assert.equal(view(results({}, { variants, excludedVariants: ['other'] })).basis?.variants, 2);
  });

  it('counts exposures where there are no results', () => {
    const experiment = aDetail({ startMs, ...planOf(2_000) });
    const exposures = someExposures({ control: 510, test: 490 });
    const { samples, progressText, missing } = toPowerView(
      { experiment, detail: experiment, exposures },
      nowMs,
    );
    assert.deepEqual([samples, progressText], [1_000, '50% of sample']);
    assert.ok(missing);
  });

  it('of a draft is planned by hand, from what was entered before', () => {
    const draft = { ...aDetail({ primaryMetrics: [metric] }), ...aDraft() };
    const plain = toPowerView({ experiment: draft, detail: draft }, nowMs);
    assert.deepEqual(plain.manual, { type: 'funnel', baseline: 5, perDay: 100, variants: 2 });
    assert.deepEqual([plain.phase, plain.samples], ['draft', undefined]);
    const manual = { type: 'mean_count', baseline: 4, exposuresPerDay: 700 } as const;
    const planned = { ...draft, runningTime: { ...draft.runningTime, manual } };
    assert.deepEqual(toPowerView({ experiment: planned, detail: planned }, nowMs).manual, {
      type: 'mean_count',
      baseline: 4,
      perDay: 700,
      variants: 2,
    });
    const ratio = { ...draft, primaryMetrics: [aMetric({ type: 'ratio' })] };
    assert.equal(toPowerView({ experiment: ratio, detail: ratio }, nowMs).manual?.type, 'funnel');
  });
});
