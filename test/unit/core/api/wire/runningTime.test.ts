import assert from 'node:assert/strict';
import * as v from 'valibot';
import { toRunningTime, wirePlan } from '../../../../../src/core/api/wire/runningTime';

const read = (now: unknown, before?: unknown) =>
  toRunningTime({
    running_time_calculation: v.parse(wirePlan, now),
    ...(before !== undefined && { parameters: v.parse(wirePlan, before) }),
  });
const manual = {
  conversionRateInputType: 'manual',
  manualMetricType: 'mean_count',
  manualBaselineValue: 4,
  manualExposureRate: 700,
};

describe('The plan of an experiment', () => {
  it('is read from where new servers keep it, else from where old ones did', () => {
    const plan = { minimum_detectable_effect: 15, recommended_sample_size: 9_924 };
    assert.deepEqual(read(plan, { recommended_sample_size: 7, recommended_running_time: 20 }), {
      minimumDetectableEffect: 15,
      recommendedSampleSize: 9_924,
      recommendedRunningTimeDays: 20,
      manual: undefined,
    });
    assert.equal(read({}, plan).recommendedSampleSize, 9_924);
  });

  it('tells what a person entered by hand, from either place', () => {
    const entered = { type: 'mean_count', baseline: 4, exposuresPerDay: 700 };
    assert.deepEqual(read({ exposure_estimate_config: manual }).manual, entered);
    assert.deepEqual(read({}, { exposure_estimate_config: manual }).manual, entered);
  });

  it('leaves alone what was not entered by hand, and what older servers kept there', () => {
    const config = { ...manual, conversionRateInputType: 'automatic' };
    assert.equal(read({ exposure_estimate_config: config }).manual, undefined);
    assert.equal(read({ exposure_estimate_config: null }).manual, undefined);
    assert.equal(read({ exposure_estimate_config: { eventFilter: {}, metric: 'x' } }).manual, undefined);
    const odd = { ...manual, manualMetricType: 'odd', manualBaselineValue: '5' };
    assert.deepEqual(read({ exposure_estimate_config: odd }).manual, {
      type: 'funnel',
      baseline: undefined,
      exposuresPerDay: 700,
    });
  });
});
