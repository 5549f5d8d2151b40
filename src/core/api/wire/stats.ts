import * as v from 'valibot';
import type { ExperimentStats } from '../../model/experimentStats';

/** `GET experiments/stats/` */
export const wireStats = v.object({
  launched_last_30d: v.number(),
  launched_previous_30d: v.number(),
  percent_change: v.number(),
  active_experiments: v.number(),
  completed_last_30d: v.number(),
});

export function toStats(wire: v.InferOutput<typeof wireStats>): ExperimentStats {
  return {
    launchedLast30Days: wire.launched_last_30d,
    launchedPrevious30Days: wire.launched_previous_30d,
    percentChange: wire.percent_change,
    active: wire.active_experiments,
    completedLast30Days: wire.completed_last_30d,
  };
}

/** `GET experiments/requires_flag_implementation/` */
export const wireVerdict = v.object({ result: v.boolean() });
