/** Questions that pages of PostHog's web app take in their address. Shapes as its own pages write them there. */
import type { ExperimentDetail } from '../model/experiment';
import type { Metric, MetricDefinition } from '../model/metric';

/** Values of old exposures; a query without a start would look through all there ever was. */
const oldestDay = '-30d';

/** Recorded sessions with an exposure to the variant, as the list of recordings filters them. */
export function recordingFilters(experiment: ExperimentDetail, variantKey: string): unknown {
  const event = exposureEvent(experiment);
  return {
    date_from: startOf(experiment),
    date_to: endOf(experiment),
    filter_test_accounts: leavesTestAccountsOut(experiment),
    filter_group: group([
      group([
        { id: event, name: event, type: 'events', properties: exposedTo(experiment, event, variantKey) },
      ]),
    ]),
  };
}

/** One row a person who was exposed to the variant, the last one first. */
export function peopleQuery(experiment: ExperimentDetail, variantKey: string): unknown {
  const event = exposureEvent(experiment);
  return eventsTable({
    select: ['person', 'count()', 'max(timestamp)'],
    orderBy: ['max(timestamp) DESC'],
    event,
    properties: exposedTo(experiment, event, variantKey),
    after: startOf(experiment),
    ...(experiment.endMs !== undefined && { before: endOf(experiment) }),
  });
}

/** The exposures of the last hour, the newest first, whatever the variant. */
export function exposuresQuery(experiment: ExperimentDetail): unknown {
  const event = exposureEvent(experiment);
  return eventsTable({
    select: ['*', 'person', `properties.${variantProperty(experiment, event)}`, 'timestamp'],
    orderBy: ['timestamp DESC'],
    event,
    properties: event === flagCalled ? [equals('$feature_flag', experiment.flagKey)] : [],
    after: '-1h',
  });
}

/** What the metric counts, by variant; undefined where an insight cannot show it. */
export function insightQuery(experiment: ExperimentDetail, metric: Metric): unknown {
  const common = {
    dateRange: { date_from: startOf(experiment), date_to: endOf(experiment) },
    filterTestAccounts: leavesTestAccountsOut(experiment),
    breakdownFilter: { breakdown: featureProperty(experiment), breakdown_type: 'event' },
  };
  const series = seriesOf(metric);
  if (series.length === 0) return undefined;
  const kind = metric.type === 'funnel' ? 'FunnelsQuery' : 'TrendsQuery';
  return { kind: 'InsightVizNode', source: { kind, series, ...common } };
}

/** The nodes of events and actions in a metric; the data warehouse has no place beside a flag's property. */
function seriesOf({ type, definition }: Metric): readonly MetricDefinition[] {
  switch (type) {
    case 'mean':
      return nodes([definition['source']]);
    case 'funnel':
      return nodes(Array.isArray(definition['series']) ? definition['series'] : []);
    case 'ratio':
      return nodes([definition['numerator'], definition['denominator']]);
    default:
      return [];
  }
}

function nodes(values: readonly unknown[]): readonly MetricDefinition[] {
  return values.every(isNode) ? values : [];
}

function isNode(value: unknown): value is MetricDefinition {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'EventsNode' || value.kind === 'ActionsNode';
}

function eventsTable(source: Readonly<Record<string, unknown>>): unknown {
  return { kind: 'DataTableNode', full: true, source: { kind: 'EventsQuery', ...source } };
}

const flagCalled = '$feature_flag_called';

function exposureEvent({ exposureCriteria, resolvedExposureEvent }: ExperimentDetail): string {
  const config = exposureCriteria?.['exposure_config'];
  const event = typeof config === 'object' && config !== null && 'event' in config ? config.event : undefined;
  return typeof event === 'string' ? event : resolvedExposureEvent;
}

/** Only PostHog's own event says which flag it is about; others carry every flag as a property of its own. */
function exposedTo(experiment: ExperimentDetail, event: string, variantKey: string): readonly unknown[] {
  const variant = equals(variantProperty(experiment, event), variantKey);
  return event === flagCalled ? [variant, equals('$feature_flag', experiment.flagKey)] : [variant];
}

function variantProperty(experiment: ExperimentDetail, event: string): string {
  return event === flagCalled ? '$feature_flag_response' : featureProperty(experiment);
}

function featureProperty({ flagKey }: ExperimentDetail): string {
  return `$feature/${flagKey}`;
}

function equals(key: string, value: string): unknown {
  return { key, value: [value], operator: 'exact', type: 'event' };
}

function group(values: readonly unknown[]): unknown {
  return { type: 'AND', values };
}

function leavesTestAccountsOut({ exposureCriteria }: ExperimentDetail): boolean {
  return exposureCriteria?.['filterTestAccounts'] === true;
}

function startOf({ startMs }: ExperimentDetail): string {
  return startMs === undefined ? oldestDay : new Date(startMs).toISOString();
}

function endOf({ endMs }: ExperimentDetail): string | null {
  return endMs === undefined ? null : new Date(endMs).toISOString();
}
