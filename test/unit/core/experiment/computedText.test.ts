import assert from 'node:assert/strict';
import { computedText, formulasOf } from '../../../../src/core/experiment/computedText';
import { toStatisticsConfig } from '../../../../src/core/api/wire/statistics';
import type { StatisticsConfig } from '../../../../src/core/model/experiment';
import type { Metric } from '../../../../src/core/model/metric';
import { aDetail, aMetric, aResult } from '../../support/models';

const off = { enabled: false, lookbackDays: undefined };
const text = (metric: Partial<Metric>, statistics: Partial<StatisticsConfig> = {}, result = aResult({})) =>
  computedText(aMetric(metric), result, { ...aDetail().statistics, cuped: off, ...statistics });

describe('How a metric was computed', () => {
  it('names method, real level, and what it is relative to', () => {
    assert.equal(text({}), 'Bayesian 95% · relative vs control');
    assert.equal(text({}, { level: 0.9 }), 'Bayesian 90% · relative vs control');
    assert.equal(text({}, { difference: 'absolute' }), 'Bayesian 95% · absolute vs control');
  });

  it('names the method that was computed, not the one that is set now', () => {
    const result = aResult({ method: 'frequentist' });
    assert.match(text({}, { sequential: false }, result), /^Frequentist 95%/);
  });

  it('names the settings that may come from the project, which it cannot see', () => {
    const frequentist = { method: 'frequentist' } as const;
    const result = aResult({ method: undefined });
    assert.match(text({}, { cuped: undefined }), / · CUPED: project's default$/);
    assert.match(
      text({}, { ...frequentist, sequential: undefined }, result),
      / · sequential: project's default$/,
    );
    assert.match(
      text({}, { ...frequentist, sequential: true }, result),
      / · sequential, valid at every look$/,
    );
    assert.doesNotMatch(text({}, { ...frequentist, sequential: false }, result), /sequential/);
  });

  it('speaks of CUPED only where PostHog applies it', () => {
    const cuped = { cuped: { enabled: true, lookbackDays: 21 } };
    assert.match(text({ type: 'mean' }, cuped), / · CUPED 21 d$/);
    assert.match(text({}, { cuped: { enabled: true, lookbackDays: undefined } }), / · CUPED 14 d$/);
    assert.match(text({ type: 'funnel' }, cuped), /CUPED/);
    for (const without of [
      { type: 'ratio' },
      { type: 'retention' },
      { type: 'mean', definition: { threshold: 3 } },
      { type: 'funnel', definition: { funnel_order_type: 'unordered' } },
    ] as const) {
      assert.doesNotMatch(text(without, cuped), /CUPED/);
    }
  });

  it('names what the metric itself asks for', () => {
    const definition = {
      lower_bound_percentile: 0.01,
      upper_bound_percentile: 0.99,
      conversion_window: 14,
      conversion_window_unit: 'day',
    };
    assert.equal(
      text({ definition }),
      'Bayesian 95% · relative vs control · outliers 1–99% · conversion window 14 days',
    );
  });

  it('is read from what PostHog sends', () => {
    const cuped = (enabled: boolean) =>
      toStatisticsConfig({
        method: 'bayesian',
        bayesian: undefined,
        frequentist: undefined,
        baseline_variant_key: undefined,
        cuped: { enabled, lookback_days: 7 },
      }).cuped;
    assert.deepEqual([cuped(true), cuped(false)?.enabled], [{ enabled: true, lookbackDays: 7 }, false]);
  });

  it('has its formulas, those of the method and of the kind of metric', () => {
    const formulas = formulasOf(aMetric({ type: 'funnel' }), aResult({}), aDetail().statistics).join('\n');
    assert.match(formulas, /p·\(1 − p\)/);
    assert.match(formulas, /chance to win/);
    assert.doesNotMatch(formulas, /Welch/);
  });
});
