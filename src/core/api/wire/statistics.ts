import * as v from 'valibot';
import type { StatisticsConfig } from '../../model/experiment';
import { maybe, maybeBoolean, maybeNumber, maybeRecord, maybeText } from './tolerant';

/** `stats_config`: free JSON, of which this much is fixed. */
export const wireStatistics = maybe(
  v.object({
    method: maybeText,
    bayesian: maybeRecord,
    frequentist: maybeRecord,
    cuped: maybe(v.object({ enabled: maybeBoolean, lookback_days: maybeNumber })),
    baseline_variant_key: maybeText,
  }),
);

/** Missing or unknown method means Bayesian; a level outside 0…1 falls back to 95 %, as on the server. */
export function toStatisticsConfig(config: v.InferOutput<typeof wireStatistics>): StatisticsConfig {
  const method = config?.method === 'frequentist' ? 'frequentist' : 'bayesian';
  const options = config?.[method];
  const stated = method === 'bayesian' ? options?.['ci_level'] : options?.['alpha'];
  const inRange = typeof stated === 'number' && stated > 0 && stated < 1;
  const cuped = config?.cuped;
  const sequential = config?.frequentist?.['sequential_testing_enabled'];
  return {
    method,
    level: inRange ? (method === 'bayesian' ? stated : 1 - stated) : 0.95,
    difference: options?.['difference_type'] === 'ABSOLUTE' ? 'absolute' : 'relative',
    baselineVariantKey: config?.baseline_variant_key,
    sequential: typeof sequential === 'boolean' ? sequential : undefined,
    ...(cuped?.enabled !== undefined && {
      cuped: { enabled: cuped.enabled, lookbackDays: cuped.lookback_days },
    }),
  };
}
