import { invalid } from './errors';
import type { Json, JsonObject } from './json';
import { isList, isObject, numberIn, textIn } from './json';
import { shapeProblem } from './metricShape';
import type { Project } from './project';
import type { World } from './world';

export interface MetricContext {
  readonly world: World;
  readonly project: Project;
  /** Metrics on events that never arrived are accepted. */
  readonly allowUnknownEvents: boolean;
  /** Uuids taken so far; one that comes twice is replaced, or refused. */
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
  const { project, allowUnknownEvents } = context;
  const metrics = value.map((metric, index) => readMetric(metric, index, field, project));
  if (project.era.checksBodies) {
    refuseUnknownActions(metrics, project);
    if (!allowUnknownEvents) refuseUnknownEvents(metrics, project);
  }
  return metrics.map((metric) => withOwnUuid(metric, context));
}

const legacyKinds = ['ExperimentTrendsQuery', 'ExperimentFunnelsQuery'];

/** @throws ApiRefusal 400 */
export function readMetric(metric: Json, index: number, field: string, { era }: Project): JsonObject {
  const refusal = (problem: string) => invalid(`Invalid metric at index ${index}: ${problem}`, field);
  if (!isObject(metric)) throw refusal('must be a dict');
  const kind = metric['kind'];
  if (era.checksBodies && typeof kind === 'string' && legacyKinds.includes(kind)) {
    throw refusal(
      `legacy metric kind '${kind}' is no longer supported for new experiments. Use 'ExperimentMetric' instead.`,
    );
  }
  if (kind !== 'ExperimentMetric') throw refusal("metric kind must be 'ExperimentMetric'");
  const problem = shapeProblem(metric, era);
  if (problem !== undefined) throw refusal(problem);
  if (isList(metric['series']) && metric['series'].length === 0) {
    throw refusal(
      'funnel metrics require at least one step. ' +
        'The experiment exposure event is added as the initial step automatically.',
    );
  }
  const thresholdProblem = thresholdProblemOf(metric);
  if (thresholdProblem !== undefined) throw refusal(thresholdProblem);
  const { fingerprint: _computedByTheServer, ...stored } = metric;
  return stored;
}

function thresholdProblemOf(metric: JsonObject): string | undefined {
  const threshold = numberIn(metric, 'threshold');
  if (threshold === undefined) return undefined;
  const source = metric['source'];
  const math = isObject(source) ? (textIn(source, 'math') ?? 'total') : 'total';
  if (math !== 'sum' && math !== 'total') {
    return 'a threshold is only supported for sum or count (total) math types.';
  }
  if (threshold <= 0) return 'threshold must be a positive number.';
  return numberIn(metric, 'lower_bound_percentile') === undefined &&
    numberIn(metric, 'upper_bound_percentile') === undefined
    ? undefined
    : 'a threshold cannot be combined with outlier handling (winsorization).';
}

function refuseUnknownActions(metrics: readonly JsonObject[], project: Project): void {
  const unknown = idsOf(metrics).filter((id) => project.actions.get(id)?.deleted !== false);
  if (unknown.length === 0) return;
  throw invalid(
    `Action(s) with ID ${unknown.toSorted((a, b) => a - b).join(', ')} not found or deleted. ` +
      'Each ActionsNode must reference an existing action belonging to this project.',
  );
}

function refuseUnknownEvents(metrics: readonly JsonObject[], { events, era }: Project): void {
  const unknown = [...new Set(metrics.flatMap(eventsOf))].filter((event) => !events.has(event));
  if (unknown.length === 0) return;
  const names = unknown
    .toSorted()
    .map((event) => `'${event}'`)
    .join(', ');
  throw invalid(
    `Event(s) ${names} not found. No events with these names have been ingested by this project. ` +
      (era.explainsUnknownEvents
        ? 'If you meant a different event, please correct it. ' +
          'Only if the user has explicitly confirmed they want to proceed with the unknown event ' +
          '(e.g. they will instrument it shortly), call again with allow_unknown_events=True. ' +
          'Do not flip the flag silently to bypass this check.'
        : 'If this is intentional, set allow_unknown_events=True.'),
  );
}

/** The events a metric names. */
export function eventsOf(metric: JsonObject): string[] {
  return nodesOf(metric).flatMap((node) => {
    const event = textIn(node, 'event') ?? '';
    return event.trim() === '' ? [] : [event];
  });
}

function idsOf(metrics: readonly JsonObject[]): number[] {
  return [...new Set(metrics.flatMap(actionIdsOf))];
}

/** The actions a metric names. */
export function actionIdsOf(metric: JsonObject): number[] {
  return nodesOf(metric).flatMap((node) =>
    node['kind'] === 'ActionsNode' ? (numberIn(node, 'id') ?? []) : [],
  );
}

function nodesOf(metric: JsonObject): JsonObject[] {
  const { series, source, numerator, denominator, start_event: start, completion_event: completion } = metric;
  const nodes = [...(isList(series) ? series : []), source, numerator, denominator, start, completion];
  return nodes.filter((node) => node !== undefined).filter(isObject);
}

function withOwnUuid(metric: JsonObject, { world, project, takenUuids }: MetricContext): JsonObject {
  const { givesUuids, replacesSameUuids } = project.era;
  if (!givesUuids) return metric;
  const sent = textIn(metric, 'uuid');
  if (sent && takenUuids.has(sent) && !replacesSameUuids) {
    throw invalid(`Duplicate metric UUID: '${sent}'. Each metric must have a unique UUID.`);
  }
  const uuid = sent && !takenUuids.has(sent) ? sent : world.newUuid();
  takenUuids.add(uuid);
  return { ...metric, uuid };
}
