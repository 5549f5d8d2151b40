import assert from 'node:assert/strict';
import { metricValue, valueChange } from '../../../../src/core/experiment/metricValue';
import { verdictSentence } from '../../../../src/core/experiment/verdictSentence';
import type { Metric } from '../../../../src/core/model/metric';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { aDetail, aMetric, aResult, aSample, aVariantResult } from '../../support/models';

const win = { significant: true, interval: [0.045, 0.2084], chanceToWin: 0.9991 } as const;

function sentence(variant: Partial<VariantResult>, metric: Partial<Metric> = {}): string {
  const result = aVariantResult(variant);
  return verdictSentence(aResult(result), result, aMetric(metric), aDetail().statistics);
}

describe('A verdict in a sentence', () => {
  it('says change, interval, baseline and chance', () => {
    assert.equal(
      sentence(win),
      'test won on Purchase: +12.67% [4.50%, 20.84%] vs control, > 99.9% chance to win',
    );
  });

  it('turns the chance round with the goal', () => {
    assert.equal(
      sentence({ significant: true, interval: [-0.1553, -0.0145], chanceToWin: 0.009 }, { goal: 'decrease' }),
      'test won on Purchase: −8.49% [−15.53%, −1.45%] vs control, 99.1% chance to win, lower is better',
    );
  });

  it('says the p-value of a frequentist result, and one of zero as a very small one', () => {
    const frequentist = { ...win, method: 'frequentist', chanceToWin: undefined } as const;
    assert.match(sentence({ ...frequentist, pValue: 0.0024 }), /vs control, p 0\.0024$/);
    assert.match(sentence({ ...frequentist, pValue: 0 }), /vs control, p < 0\.001$/);
  });

  it('never calls a direction a finding', () => {
    const open = { ...win, significant: false };
    assert.match(sentence(open), /^test is leading on Purchase, not significant: \+12\.67% \[/);
    assert.match(
      sentence({ ...open, interval: [-0.1, 0.1] }),
      /^No difference yet between test and control on/,
    );
  });

  it('says why there is none', () => {
    assert.equal(
      sentence({ interval: undefined, samples: 32, validationFailures: ['not-enough-exposures'] }),
      'Purchase, test: Needs 50 exposures per variant (control 1041, test 32).',
    );
  });
});

describe('What was measured', () => {
  const sample = aSample({ samples: 200, sum: 25, denominatorSum: 50 });

  it('is a share, an average or a quotient', () => {
    assert.equal(metricValue(sample, 'funnel'), '12.50%');
    assert.equal(metricValue(sample, 'mean'), '0.13');
    assert.equal(metricValue(sample, 'ratio'), '0.50');
    assert.equal(metricValue(sample, 'retention'), '50.00%');
  });

  it('is nothing where there is nothing to divide by', () => {
    assert.equal(metricValue({ ...sample, samples: 0, sum: 0 }, 'mean'), '—');
    assert.equal(metricValue({ ...sample, denominatorSum: 0 }, 'ratio'), '—');
    assert.equal(metricValue({ ...sample, denominatorSum: undefined }, 'retention'), '—');
  });

  it('is compared in its own unit', () => {
    const variant = aSample({ key: 'test', samples: 200, sum: 29, denominatorSum: 50 });
    assert.equal(valueChange(sample, variant, 'funnel'), 'control 12.50% → test 14.50% (+2.00 pp)');
    assert.equal(valueChange(sample, variant, 'ratio'), 'control 0.50 → test 0.58 (+0.08)');
    assert.equal(valueChange({ ...sample, samples: 0 }, variant, 'mean'), 'control — → test 0.14');
  });
});
