import type { Era } from './era';
import type { Json, JsonObject } from './json';
import { isList, isObject, textIn } from './json';
import { pythonRepr } from './python';

interface ShapeError {
  readonly loc: readonly (string | number)[];
  readonly type: string;
  readonly msg: string;
}

interface MetricClass {
  /** As the server calls it where a body does not fit. */
  readonly name: string;
  /** Parts that name an event, an action or a table; `series` is a list of such. */
  readonly parts: readonly string[];
  readonly others: readonly string[];
}

const classes: Readonly<Record<string, MetricClass>> = {
  mean: {
    name: 'ExperimentMeanMetric',
    parts: ['source'],
    others: ['lower_bound_percentile', 'upper_bound_percentile', 'ignore_zeros', 'threshold'],
  },
  funnel: { name: 'ExperimentFunnelMetric', parts: ['series'], others: ['funnel_order_type'] },
  ratio: {
    name: 'ExperimentRatioMetric',
    parts: ['numerator', 'denominator'],
    others: ['numerator_outlier_handling', 'denominator_outlier_handling'],
  },
  retention: {
    name: 'ExperimentRetentionMetric',
    parts: ['start_event', 'completion_event'],
    others: ['retention_window_start', 'retention_window_end', 'retention_window_unit', 'start_handling'],
  },
};

const commonKeys = [
  'kind',
  'metric_type',
  'uuid',
  'name',
  'goal',
  'conversion_window',
  'conversion_window_unit',
  'fingerprint',
  'breakdownFilter',
  'breakdownAttributionType',
  'breakdownAttributionValue',
  'isSharedMetric',
  'sharedMetricId',
  'response',
  'version',
];

const nodeIdHint =
  " EventsNode does not accept an 'id' field. To reference an event, use {'kind': 'EventsNode', 'event': '<event_name>'} " +
  "(omit 'id'). To reference an action, switch to {'kind': 'ActionsNode', 'id': <integer_action_id>} (omit 'event').";

/** What does not fit a metric of the new engine, in the server's form: a list of Python objects. Undefined: it fits. */
export function shapeProblem(metric: JsonObject, era: Era): string | undefined {
  const errors = errorsOf(metric, era);
  if (errors.length === 0) return undefined;
  const list = errors.map(
    ({ loc, type, msg }) =>
      `{'loc': (${loc.map(pythonRepr).join(', ')}${loc.length === 1 ? ',' : ''}), 'type': '${type}', 'msg': ${pythonRepr(msg)}}`,
  );
  const isConfused = errors.some(
    ({ loc, type }) => type === 'extra_forbidden' && loc.at(-1) === 'id' && loc.includes('EventsNode'),
  );
  return `[${list.join(', ')}].${isConfused ? nodeIdHint : ''}`;
}

function errorsOf(metric: JsonObject, era: Era): ShapeError[] {
  const type = metric['metric_type'];
  const metricClass = typeof type === 'string' ? classes[type] : undefined;
  if (!metricClass || (type === 'retention' && !era.checksBodies)) {
    return Object.entries(classes).map(([name, { name: className }]) => ({
      loc: [className, 'metric_type'],
      type: type === undefined ? 'missing' : 'literal_error',
      msg: type === undefined ? 'Field required' : `Input should be '${name}'`,
    }));
  }
  const { name, parts, others } = metricClass;
  const known = new Set([...commonKeys, ...parts, ...others]);
  return [
    ...parts.flatMap((part) => partErrors(metric[part], [name, part])),
    ...Object.keys(metric)
      .filter((key) => !known.has(key))
      .map((key) => extra([name, key])),
  ];
}

function partErrors(value: Json | undefined, loc: readonly (string | number)[]): ShapeError[] {
  if (value === undefined || value === null) return [{ loc, type: 'missing', msg: 'Field required' }];
  if (loc[1] === 'series') {
    return isList(value)
      ? value.flatMap((step, index) => nodeErrors(step, [...loc, index]))
      : [{ loc, type: 'list_type', msg: 'Input should be a valid list' }];
  }
  return nodeErrors(value, loc);
}

function nodeErrors(node: Json, loc: readonly (string | number)[]): ShapeError[] {
  if (!isObject(node)) {
    return [{ loc, type: 'model_type', msg: 'Input should be a valid dictionary or instance' }];
  }
  const kind = textIn(node, 'kind') ?? 'EventsNode';
  const { properties } = node;
  return [
    ...(kind === 'EventsNode' && node['id'] !== undefined ? [extra([...loc, kind, 'id'])] : []),
    ...(properties !== undefined && properties !== null && !isList(properties)
      ? [{ loc: [...loc, kind, 'properties'], type: 'list_type', msg: 'Input should be a valid list' }]
      : []),
  ];
}

function extra(loc: readonly (string | number)[]): ShapeError {
  return { loc, type: 'extra_forbidden', msg: 'Extra inputs are not permitted' };
}
