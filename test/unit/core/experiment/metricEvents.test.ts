import assert from 'node:assert/strict';
import { metricEvents } from '../../../../src/core/experiment/metricEvents';

const event = (name: string | null, parts: object = {}) => ({ kind: 'EventsNode', event: name, ...parts });
const action = (id: number) => ({ kind: 'ActionsNode', id, name: 'Bought' });
const of = (definition: Record<string, unknown>) => metricEvents({ definition });

describe('The events of a metric', () => {
  it('are those of its source, steps, parts or ends, each once', () => {
    assert.deepEqual(of({ metric_type: 'mean', source: event('signup') }).events, ['signup']);
    const series = [event('visit'), event('buy'), event('visit')];
    assert.deepEqual(of({ metric_type: 'funnel', series }).events, ['visit', 'buy']);
    const ratio = { metric_type: 'ratio', numerator: event('buy'), denominator: event('visit') };
    assert.deepEqual(of(ratio).events, ['buy', 'visit']);
    const retention = { start_event: event('signup'), completion_event: event('login') };
    assert.deepEqual(of(retention).events, ['signup', 'login']);
  });

  it('are apart from its actions', () => {
    const mixed = of({ series: [event('visit'), action(3), action(3), action(4)] });
    assert.deepEqual(mixed, { events: ['visit'], actionIds: [3, 4] });
  });

  it('are none where every event counts, and none that merely narrow it', () => {
    assert.deepEqual(of({ source: event(null) }), { events: [], actionIds: [] });
    const properties = [{ key: 'plan', type: 'event', operator: 'exact', value: 'pro' }];
    assert.deepEqual(of({ source: event('buy', { properties }) }).events, ['buy']);
  });

  it('are found in the forms of old engines, without those of exposure', () => {
    const trends = {
      kind: 'ExperimentTrendsQuery',
      count_query: { kind: 'TrendsQuery', series: [event('buy'), action(3)] },
      exposure_query: { kind: 'TrendsQuery', series: [event('$feature_flag_called')] },
    };
    assert.deepEqual(of(trends), { events: ['buy'], actionIds: [3] });
    const early = { metric_config: { kind: 'ExperimentEventMetricConfig', event: 'signup' } };
    assert.deepEqual(of(early).events, ['signup']);
  });

  it('are none of what is no metric', () => {
    assert.deepEqual(of({}), { events: [], actionIds: [] });
    assert.deepEqual(of({ source: null, series: 'odd' }), { events: [], actionIds: [] });
  });
});
