import * as v from 'valibot';
import type { RunningTime } from '../../model/experiment';
import { maybeNumber } from './tolerant';

/** What the plan is made of; since mid 2026 in `running_time_calculation`, before among the `parameters`. */
export const wirePlan = v.object({
  minimum_detectable_effect: maybeNumber,
  recommended_sample_size: maybeNumber,
  recommended_running_time: maybeNumber,
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
  };
}
