import assert from 'node:assert/strict';
import { countSparseDays, findEarlyDays } from '../../../../src/core/experiment/earlyDays';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { MetricResult } from '../../../../src/core/model/metricResult';
import { aDetail, aSample, aVariantResult } from '../../support/models';
import { planOf } from '../../support/results';

const day = (control: number, test: number): MetricResult => ({
  baseline: aSample({ samples: control }),
  variants: [aVariantResult({ samples: test })],
});
const frequentist = (sequential: boolean | undefined): Pick<ExperimentDetail, 'statistics'> => ({
  statistics: { ...aDetail().statistics, method: 'frequentist', sequential },
});

describe('Early days of a series', () => {
  it('last until all variants together have the planned sample', () => {
    const planned = aDetail(planOf(1000));
    assert.deepEqual(findEarlyDays(planned, [day(100, 100), undefined, day(490, 500), day(500, 500)]), {
      days: 3,
      reason: 'below the planned 1,000 users',
    });
    assert.equal(findEarlyDays(planned, [day(100, 100), undefined])?.days, 2);
    assert.equal(findEarlyDays(planned, [day(600, 600)]), undefined);
  });

  it('are the first week without a plan', () => {
    const week = (days: number) =>
      findEarlyDays(
        aDetail(planOf(undefined)),
        Array.from({ length: days }, () => day(1, 1)),
      );
    assert.deepEqual(week(9), { days: 7, reason: 'in the first week' });
    assert.equal(week(3)?.days, 3);
    assert.equal(week(0), undefined);
  });

  it('are none under a sequential test, and some where the experiment does not say', () => {
    assert.equal(findEarlyDays(aDetail({ ...planOf(1000), ...frequentist(true) }), [day(1, 1)]), undefined);
    assert.equal(
      findEarlyDays(aDetail({ ...planOf(1000), ...frequentist(undefined) }), [day(1, 1)])?.days,
      1,
    );
  });

  it('are below the minimum while one variant has fewer than 50 exposures', () => {
    assert.equal(countSparseDays([day(900, 10), undefined, day(900, 49), day(900, 50)]), 3);
    assert.equal(countSparseDays([day(50, 50)]), 0);
    assert.equal(countSparseDays([undefined]), 0);
  });
});
