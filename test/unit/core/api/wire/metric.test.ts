import assert from 'node:assert/strict';
import * as v from 'valibot';
import { toExperimentDetail, wireExperiment } from '../../../../../src/core/api/wire/experiment';
import { toMetric, wireDefinition } from '../../../../../src/core/api/wire/metric';
import { funnelMetric, wireDetail } from '../../../support/wireExperiments';

const read = (json: unknown) => toMetric(v.parse(wireDefinition, json));
const metric = (parts: object) => ({ kind: 'ExperimentMetric', uuid: 'u', goal: 'increase', ...parts });
const event = (name: string, parts: object = {}) => ({ kind: 'EventsNode', event: name, ...parts });

/** The smallest metrics PostHog accepts (schema-general.ts: ExperimentMetric). */
const smallest = {
  mean: metric({ metric_type: 'mean', source: event('signup') }),
  sum: metric({
    metric_type: 'mean',
    source: event('purchase', { math: 'sum', math_property: 'revenue' }),
  }),
  funnel: metric({ metric_type: 'funnel', series: [event('checkout started'), event('purchase')] }),
  ratio: metric({ metric_type: 'ratio', numerator: event('purchase'), denominator: event('visit') }),
  retention: metric({
    metric_type: 'retention',
    start_event: event('signup'),
    completion_event: event('login'),
    retention_window_start: 1,
    retention_window_end: 7,
    retention_window_unit: 'day',
    start_handling: 'first_seen',
  }),
};

describe('A metric', () => {
  it('is of its type, and called after what it measures when it has no name', () => {
    const summary = Object.values(smallest).map((json) => {
      const { type, name } = read(json);
      return `${type}: ${name}`;
    });
    assert.deepEqual(summary, [
      'mean: signup',
      'mean: purchase',
      'funnel: checkout started → purchase',
      'ratio: purchase / visit',
      'retention: login (retention)',
    ]);
  });

  it('keeps its name, goal, uuid, fingerprint and all of its definition', () => {
    const definition = { ...funnelMetric, goal: 'decrease' };
    assert.deepEqual(read(definition), {
      uuid: funnelMetric.uuid,
      name: 'Purchase',
      type: 'funnel',
      goal: 'decrease',
      fingerprint: funnelMetric.fingerprint,
      definition,
    });
  });

  it('is called after what it measures when its name is empty', () => {
    assert.equal(read({ ...smallest.mean, name: '' }).name, 'signup');
  });

  it('calls actions, tables and all events by what is known of them', () => {
    const named = (source: unknown) => read(metric({ metric_type: 'mean', source })).name;
    assert.equal(named({ kind: 'ActionsNode', id: 3 }), 'action 3');
    assert.equal(named({ kind: 'ActionsNode', id: 3, name: 'Bought' }), 'Bought');
    assert.equal(named({ kind: 'ExperimentDataWarehouseNode', table_name: 'orders' }), 'orders');
    assert.equal(named({ kind: 'EventsNode', event: null }), 'all events');
    assert.equal(read(metric({ metric_type: 'funnel', series: [] })).name, 'Unnamed metric');
  });

  it('is legacy or other where it is none of the four types', () => {
    assert.equal(read({ kind: 'ExperimentTrendsQuery' }).type, 'legacy');
    assert.equal(read({ kind: 'ExperimentFunnelsQuery', name: 'Old' }).type, 'legacy');
    assert.equal(read(metric({ metric_type: 'quantile' })).type, 'other');
    assert.equal(read(metric({ metric_type: 'count' })).type, 'mean');
  });
});

describe('The metrics of an experiment', () => {
  const named = (name: string) => ({ ...smallest.mean, name, uuid: name });
  const shared = (name: string, type?: string) => ({
    id: 1,
    saved_metric: 9,
    name,
    metadata: type === undefined ? null : { type },
    query: { ...smallest.mean, uuid: name, fingerprint: `f-${name}` },
  });
  const readAll = (parts: object) => {
    const detail = toExperimentDetail(v.parse(wireExperiment, { ...wireDetail, ...parts }));
    const names = (metrics: typeof detail.primaryMetrics) => metrics.map(({ name }) => name);
    return { detail, primary: names(detail.primaryMetrics), secondary: names(detail.secondaryMetrics) };
  };

  it('include shared ones, each in its role; anything but primary is secondary', () => {
    const { detail, primary, secondary } = readAll({
      metrics: [named('a')],
      metrics_secondary: null,
      saved_metrics: [shared('b', 'primary'), shared('c', 'secondary'), shared('d', 'tertiary'), shared('e')],
    });
    assert.deepEqual(primary, ['a', 'b']);
    assert.deepEqual(secondary, ['c', 'd', 'e']);
    assert.equal(detail.primaryMetrics[1]?.fingerprint, 'f-b');
  });

  it('stand in the order of the hint, those it misses last, those that are gone left out', () => {
    const { primary } = readAll({
      metrics: [named('a'), { ...smallest.mean, uuid: null, name: 'no uuid' }, named('b'), named('c')],
      saved_metrics: [shared('s', 'primary')],
      primary_metrics_ordered_uuids: ['gone', 's', 'c', 'a'],
    });
    assert.deepEqual(primary, ['s', 'c', 'a', 'no uuid', 'b']);
  });

  it('keep their own order where the hint is null', () => {
    const { primary } = readAll({
      metrics: [named('b'), named('a')],
      primary_metrics_ordered_uuids: null,
    });
    assert.deepEqual(primary, ['b', 'a']);
  });

  it('lose one that is no metric without losing the others', () => {
    const { primary, secondary } = readAll({
      metrics: [null, named('a'), 'text'],
      saved_metrics: [{ name: 'no query' }, shared('s', 'primary'), null],
      metrics_secondary: 'odd',
    });
    assert.deepEqual(primary, ['a', 's']);
    assert.deepEqual(secondary, []);
  });
});
