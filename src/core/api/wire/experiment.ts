import * as v from 'valibot';
import type { Experiment, ExperimentDetail, ExperimentStatus } from '../../model/experiment';
import type { Metric } from '../../model/metric';
import { isExposureFrozen, toFlag, toVariants, wireFlag } from './flag';
import { toHealthFindings } from './health';
import { isLegacyMetric, toMetric, wireDefinition, wireSavedMetric } from './metric';
import { toPerson, wirePerson } from './person';
import { toRunningTime, wirePlan } from './runningTime';
import { toStatisticsConfig, wireStatistics } from './statistics';
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
  created_by: wirePerson,
  conclusion: maybeText,
  conclusion_comment: maybeText,
  holdout: maybe(v.object({ id: v.number(), name: maybeText })),
  exposure_cohort: maybeNumber,
  parameters: maybe(
    v.object({ feature_flag_variants: maybeList, excluded_variants: maybeTextList, ...wirePlan.entries }),
  ),
  running_time_calculation: maybe(wirePlan),
  excluded_variants: maybe(v.array(v.string())),
  tags: maybeTextList,
  is_legacy: maybeBoolean,
  user_access_level: maybeText,
  version: maybeNumber,
  metrics: maybeList,
  metrics_secondary: maybeList,
  saved_metrics: maybeList,
  primary_metrics_ordered_uuids: maybeTextList,
  secondary_metrics_ordered_uuids: maybeTextList,
  stats_config: wireStatistics,
  exposure_criteria: maybeRecord,
  resolved_exposure_event: maybeText,
  only_count_matured_users: maybeBoolean,
  health: maybe(v.object({ findings: maybeList })),
});
export type WireExperiment = v.InferOutput<typeof wireExperiment>;

export function toExperiment(wire: WireExperiment): Experiment {
  const flagVariants = toVariants(wire.feature_flag?.filters?.multivariate?.variants ?? []);
  const metrics = [
    ...readRows(wireDefinition, [...wire.metrics, ...wire.metrics_secondary]).rows,
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
    // Before mid 2026 among the parameters.
    excludedVariants: wire.excluded_variants ?? wire.parameters?.excluded_variants ?? [],
    createdMs: wire.created_at,
    startMs: wire.start_date,
    endMs: wire.end_date,
    updatedMs: wire.updated_at,
    createdBy: toPerson(wire.created_by),
    conclusion: wire.conclusion,
    conclusionComment: wire.conclusion_comment || undefined,
    holdout: wire.holdout && { id: wire.holdout.id, name: wire.holdout.name ?? `Holdout ${wire.holdout.id}` },
    exposureCohortId: wire.exposure_cohort,
    runningTime: toRunningTime(wire),
    tags: wire.tags,
    isLegacy: wire.is_legacy ?? metrics.some(isLegacyMetric),
    editable: wire.user_access_level !== 'none' && wire.user_access_level !== 'viewer',
  };
}

export function toExperimentDetail(wire: WireExperiment): ExperimentDetail {
  const saved = readRows(wireSavedMetric, wire.saved_metrics).rows.map((link) => ({
    primary: link.metadata?.type === 'primary',
    metric: toMetric(link.query, link.name),
  }));
  const inline = (values: readonly unknown[]) =>
    readRows(wireDefinition, values).rows.map((definition) => toMetric(definition));
  const shared = (primary: boolean) =>
    saved.filter((link) => link.primary === primary).map((link) => link.metric);
  return {
    ...toExperiment(wire),
    primaryMetrics: inOrder([...inline(wire.metrics), ...shared(true)], wire.primary_metrics_ordered_uuids),
    secondaryMetrics: inOrder(
      [...inline(wire.metrics_secondary), ...shared(false)],
      wire.secondary_metrics_ordered_uuids,
    ),
    statistics: toStatisticsConfig(wire.stats_config),
    exposureCriteria: wire.exposure_criteria,
    resolvedExposureEvent: wire.resolved_exposure_event ?? '$feature_flag_called',
    onlyCountMaturedUsers: wire.only_count_matured_users ?? false,
    healthFindings: wire.health && toHealthFindings(wire.health.findings),
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
