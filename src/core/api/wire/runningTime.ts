import * as v from 'valibot';
import { planTypes } from '../../../shared/sampleSize';
import type { ManualPlan, RunningTime } from '../../model/experiment';
import { maybe, maybeNumber, maybeText } from './tolerant';

/** What the plan is made of; since mid 2026 in `running_time_calculation`, before among the `parameters`. */
export const wirePlan = v.object({
  minimum_detectable_effect: maybeNumber,
  recommended_sample_size: maybeNumber,
  recommended_running_time: maybeNumber,
  /** Its keys were others on servers older than 2026: those are left alone. */
  exposure_estimate_config: maybe(
    v.object({
      conversionRateInputType: maybeText,
      manualMetricType: v.fallback(v.picklist(planTypes), 'funnel'),
      manualBaselineValue: maybeNumber,
      manualExposureRate: maybeNumber,
    }),
  ),
});
type WirePlan = v.InferOutput<typeof wirePlan>;

/** Old rows of new servers keep theirs in `parameters`, beside an empty calculation. */
export function toRunningTime(wire: {
  readonly running_time_calculation?: WirePlan | undefined;
  readonly parameters?: WirePlan | undefined;
}): RunningTime {
  const { running_time_calculation: now, parameters: before } = wire;
  return {
    minimumDetectableEffect: now?.minimum_detectable_effect ?? before?.minimum_detectable_effect,
    recommendedSampleSize: now?.recommended_sample_size ?? before?.recommended_sample_size,
    recommendedRunningTimeDays: now?.recommended_running_time ?? before?.recommended_running_time,
    manual: toManualPlan(now) ?? toManualPlan(before),
  };
}

function toManualPlan(plan: WirePlan | undefined): ManualPlan | undefined {
  const manual = plan?.exposure_estimate_config;
  if (manual?.conversionRateInputType !== 'manual') return undefined;
  return {
    type: manual.manualMetricType,
    baseline: manual.manualBaselineValue,
    exposuresPerDay: manual.manualExposureRate,
  };
}
