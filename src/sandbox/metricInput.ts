import { invalid } from './errors';
import type { Json, JsonObject } from './json';
import { isList, isObject, textIn } from './json';
import type { Project } from './project';
import type { World } from './world';

const metricTypes = ['mean', 'funnel', 'ratio', 'retention'];

export interface MetricContext {
  readonly world: World;
  readonly project: Project;
  /** Metrics on events that never arrived are accepted. */
  readonly allowUnknownEvents: boolean;
  /** Uuids taken so far; one that comes twice is replaced. */
  readonly takenUuids: Set<string>;
}

/**
 * A list of metrics as it is stored: each with a uuid of its own, without the fingerprint the sender may have read.
 * @param field `metrics` or `metrics_secondary`
 * @throws ApiRefusal 400
 */
export function readMetrics(value: Json, field: string, context: MetricContext): JsonObject[] {
  if (value === null) return [];
  if (!isList(value)) throw invalid('Metrics must be a list', field);
  const metrics = value.map((metric, index) => readMetric(metric, index, field));
  if (!context.allowUnknownEvents) refuseUnknownEvents(metrics, context.project);
  return metrics.map((metric) => withOwnUuid(metric, context));
}

function readMetric(metric: Json, index: number, field: string): JsonObject {
  if (!isObject(metric) || metric['kind'] !== 'ExperimentMetric') {
    throw invalid(`Invalid metric at index ${index}: metric kind must be 'ExperimentMetric'`);
  }
  const type = textIn(metric, 'metric_type');
  if (type === undefined || !metricTypes.includes(type)) {
    throw invalid(`Input should be ${metricTypes.map((name) => `'${name}'`).join(', ')}`, field);
  }
  const series = metric['series'];
  if (type === 'funnel' && !(isList(series) && series.length > 0)) {
    throw invalid('funnel metrics require at least one step.', field);
  }
  for (const part of requiredParts[type] ?? []) {
    if (!isObject(metric[part])) throw invalid(`${type} metrics require ${part}.`, field);
  }
  const { fingerprint: _computedByTheServer, ...stored } = metric;
  return stored;
}

const requiredParts: Readonly<Record<string, readonly string[]>> = {
  mean: ['source'],
  ratio: ['numerator', 'denominator'],
  retention: ['start_event', 'completion_event'],
};

function refuseUnknownEvents(metrics: readonly JsonObject[], project: Project): void {
  const unknown = [...new Set(metrics.flatMap(eventsOf))].filter((event) => !project.events.has(event));
  if (unknown.length === 0) return;
  throw invalid(
    `Event(s) ${unknown.map((event) => `'${event}'`).join(', ')} not found. ` +
      'No events with these names have been ingested by this project. ' +
      'Check the spelling, or send allow_unknown_events=true to use them before the first one arrives.',
  );
}

function eventsOf(metric: JsonObject): string[] {
  const { series, source, numerator, denominator, start_event: start, completion_event: completion } = metric;
  const nodes = [...(isList(series) ? series : []), source, numerator, denominator, start, completion];
  return nodes.flatMap((node) => (isObject(node) ? (textIn(node, 'event') ?? []) : []));
}

function withOwnUuid(metric: JsonObject, { world, takenUuids }: MetricContext): JsonObject {
  const sent = textIn(metric, 'uuid');
  const uuid = sent && !takenUuids.has(sent) ? sent : world.newUuid();
  takenUuids.add(uuid);
  return { ...metric, uuid };
}
