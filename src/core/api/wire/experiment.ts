import * as v from 'valibot';
import type {
  Experiment,
  ExperimentDetail,
  ExperimentStatus,
  StatisticsConfig,
} from '../../model/experiment';
import type { Metric } from '../../model/metric';
import { isExposureFrozen, toFlag, toVariants, wireFlag } from './flag';
import { isLegacyMetric, toMetric, wireMetric, wireSavedMetric } from './metric';
import {
  maybe,
  maybeBoolean,
  maybeList,
  maybeNumber,
  maybeRecord,
  maybeText,
  maybeTextList,
  maybeTime,
  readRows,
} from './tolerant';

/** An experiment of any server generation, list item or whole. Only what makes it one is required. */
export const wireExperiment = v.object({
  id: v.number(),
  name: v.string(),
  feature_flag_key: v.string(),
  feature_flag: maybe(wireFlag),
  description: maybeText,
  status: maybeText,
  archived: maybeBoolean,
  start_date: maybeTime,
  end_date: maybeTime,
  created_at: maybeTime,
  updated_at: maybeTime,
  created_by: maybe(v.object({ first_name: maybeText, last_name: maybeText, email: maybeText })),
  conclusion: maybeText,
  conclusion_comment: maybeText,
  holdout: maybe(v.object({ name: maybeText })),
  parameters: maybe(v.object({ feature_flag_variants: maybeList })),
  is_legacy: maybeBoolean,
  user_access_level: maybeText,
  version: maybeNumber,
  metrics: maybeList,
  metrics_secondary: maybeList,
  saved_metrics: maybeList,
  primary_metrics_ordered_uuids: maybeTextList,
  secondary_metrics_ordered_uuids: maybeTextList,
  stats_config: maybe(v.object({ method: maybeText, bayesian: maybeRecord, frequentist: maybeRecord })),
});
export type WireExperiment = v.InferOutput<typeof wireExperiment>;

export function toExperiment(wire: WireExperiment): Experiment {
  const flagVariants = toVariants(wire.feature_flag?.filters?.multivariate?.variants ?? []);
  const { first_name: firstName, last_name: lastName, email } = wire.created_by ?? {};
  const metrics = [
    ...readRows(wireMetric, [...wire.metrics, ...wire.metrics_secondary]).rows,
    ...readRows(wireSavedMetric, wire.saved_metrics).rows.map((link) => link.query),
  ];
  return {
    id: wire.id,
    name: wire.name,
    description: wire.description || undefined,
    status: statusOf(wire),
    serverStatus: wire.status,
    archived: wire.archived ?? false,
    flagKey: wire.feature_flag_key,
    flag: wire.feature_flag && toFlag(wire.feature_flag),
    // The copy in `parameters` may be older than the flag.
    variants:
      flagVariants.length > 0 ? flagVariants : toVariants(wire.parameters?.feature_flag_variants ?? []),
    createdMs: wire.created_at,
    startMs: wire.start_date,
    endMs: wire.end_date,
    updatedMs: wire.updated_at,
    createdBy: [firstName, lastName].filter(Boolean).join(' ') || email,
    conclusion: wire.conclusion,
    conclusionComment: wire.conclusion_comment || undefined,
    holdoutName: wire.holdout?.name,
    isLegacy: wire.is_legacy ?? metrics.some(isLegacyMetric),
    editable: wire.user_access_level !== 'none' && wire.user_access_level !== 'viewer',
  };
}

export function toExperimentDetail(wire: WireExperiment): ExperimentDetail {
  const saved = readRows(wireSavedMetric, wire.saved_metrics).rows.map((link) => ({
    primary: link.metadata?.type === 'primary',
    metric: toMetric(link.query, { name: link.name }),
  }));
  const inline = (values: readonly unknown[]) =>
    readRows(wireMetric, values).rows.map((metric) => toMetric(metric));
  const shared = (primary: boolean) =>
    saved.filter((link) => link.primary === primary).map((link) => link.metric);
  return {
    ...toExperiment(wire),
    primaryMetrics: inOrder([...inline(wire.metrics), ...shared(true)], wire.primary_metrics_ordered_uuids),
    secondaryMetrics: inOrder(
      [...inline(wire.metrics_secondary), ...shared(false)],
      wire.secondary_metrics_ordered_uuids,
    ),
    statistics: toStatisticsConfig(wire),
    version: wire.version,
  };
}

/** The order is a hint of the server: it may miss metrics (shown last) or name some that are gone. */
function inOrder(metrics: readonly Metric[], uuids: readonly string[]): Metric[] {
  const place = (metric: Metric) => {
    const index = metric.uuid === undefined ? -1 : uuids.indexOf(metric.uuid);
    return index < 0 ? uuids.length : index;
  };
  return metrics.toSorted((a, b) => place(a) - place(b));
}

/** The server's word where it sends one, else its rule, applied here for the servers that do not. */
function statusOf(wire: WireExperiment): ExperimentStatus {
  if (wire.status !== undefined) return knownStatus(wire.status);
  if (wire.start_date === undefined) return 'draft';
  if (wire.end_date !== undefined) return 'stopped';
  if (wire.feature_flag?.active === false) return 'paused';
  if (wire.feature_flag && isExposureFrozen(wire.feature_flag)) return 'exposure_frozen';
  return 'running';
}

function knownStatus(word: string): ExperimentStatus {
  switch (word) {
    case 'draft':
    case 'running':
    case 'exposure_frozen':
    case 'paused':
    case 'stopped':
      return word;
    case 'complete':
      return 'stopped';
    default:
      return 'other';
  }
}

/** Missing or unknown method means Bayesian; a level outside 0…1 falls back to 95 %, as on the server. */
function toStatisticsConfig(wire: WireExperiment): StatisticsConfig {
  const config = wire.stats_config;
  const method = config?.method === 'frequentist' ? 'frequentist' : 'bayesian';
  const options = config?.[method];
  const stated = method === 'bayesian' ? options?.['ci_level'] : options?.['alpha'];
  const inRange = typeof stated === 'number' && stated > 0 && stated < 1;
  return {
    method,
    level: inRange ? (method === 'bayesian' ? stated : 1 - stated) : 0.95,
    difference: options?.['difference_type'] === 'ABSOLUTE' ? 'absolute' : 'relative',
  };
}
