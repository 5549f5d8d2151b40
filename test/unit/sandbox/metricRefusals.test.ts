import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { first, openSandbox } from './sandboxClient';

const node = (event: string) => ({ kind: 'EventsNode', event });
const mean = (more: object = {}) => ({
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  name: 'Signups',
  goal: 'increase',
  source: node('signup'),
  ...more,
});
const at = (problem: string, index = 0) =>
  invalidBody(`Invalid metric at index ${index}: ${problem}`, 'metrics');
const legacy =
  "legacy metric kind 'ExperimentTrendsQuery' is no longer supported for new experiments. Use 'ExperimentMetric' instead.";

/** What is sent as metrics, what comes back, and since which generation; those before take it. */
const refusals: readonly (readonly [string, unknown, ReturnType<typeof invalidBody>, EraName?])[] = [
  ['no list', {}, invalidBody('Metrics must be a list', 'metrics')],
  ['no object', [mean(), 'signup'], at('must be a dict', 1)],
  ['another kind', [mean(), { kind: 'TrendsQuery' }], at("metric kind must be 'ExperimentMetric'", 1)],
  ['a retired kind', [{ kind: 'ExperimentTrendsQuery' }], at(legacy), 'C'],
  [
    'no source',
    [{ ...mean(), source: undefined }],
    at("[{'loc': ('ExperimentMeanMetric', 'source'), 'type': 'missing', 'msg': 'Field required'}]."),
  ],
  [
    'a key of its own',
    [mean({ colour: 'green' })],
    at(
      "[{'loc': ('ExperimentMeanMetric', 'colour'), 'type': 'extra_forbidden', 'msg': 'Extra inputs are not permitted'}].",
    ),
  ],
  [
    'an event with the id of an action',
    [mean({ source: { kind: 'EventsNode', id: 3 } })],
    at(
      "[{'loc': ('ExperimentMeanMetric', 'source', 'EventsNode', 'id'), 'type': 'extra_forbidden', 'msg': 'Extra inputs are not permitted'}]. EventsNode does not accept an 'id' field. To reference an event, use {'kind': 'EventsNode', 'event': '<event_name>'} (omit 'id'). To reference an action, switch to {'kind': 'ActionsNode', 'id': <integer_action_id>} (omit 'event').",
    ),
  ],
  [
    'properties that are no list',
    [mean({ source: { ...node('signup'), properties: { key: 'plan' } } })],
    at(
      "[{'loc': ('ExperimentMeanMetric', 'source', 'EventsNode', 'properties'), 'type': 'list_type', 'msg': 'Input should be a valid list'}].",
    ),
  ],
  [
    'a funnel without steps',
    [{ kind: 'ExperimentMetric', metric_type: 'funnel', series: [] }],
    at(
      'funnel metrics require at least one step. The experiment exposure event is added as the initial step automatically.',
    ),
  ],
  [
    'a threshold of an average',
    [mean({ threshold: 3, source: { ...node('signup'), math: 'avg' } })],
    at('a threshold is only supported for sum or count (total) math types.'),
  ],
  ['a threshold of nothing', [mean({ threshold: 0 })], at('threshold must be a positive number.')],
  [
    'a threshold with outliers',
    [mean({ threshold: 3, upper_bound_percentile: 0.95 })],
    at('a threshold cannot be combined with outlier handling (winsorization).'),
  ],
  [
    'an action that is gone',
    [mean({ source: { kind: 'ActionsNode', id: 999 } })],
    invalidBody(
      'Action(s) with ID 999 not found or deleted. Each ActionsNode must reference an existing action belonging to this project.',
    ),
    'C',
  ],
];

describe('sandbox: what create refuses of metrics', () => {
  for (const [what, metrics, expected, since = 'B'] of refusals) {
    it(what, async () => {
      for (const era of eraNames) {
        const { ask } = openSandbox({ era, experiments: 0 });
        const { status, body } = await ask('POST', '', { name: 'A', feature_flag_key: 'a', metrics });
        if (eraNames.indexOf(era) >= eraNames.indexOf(since)) {
          assert.deepEqual([status, body], [400, expected], era);
        } else if (what === 'a retired kind') {
          assert.deepEqual(body, at("metric kind must be 'ExperimentMetric'"));
        } else {
          assert.equal(status, 201, era);
        }
      }
    });
  }

  it('says the same of secondary metrics under their own name', async () => {
    const { ask } = openSandbox({ experiments: 0 });
    const { body } = await ask('POST', '', { name: 'A', feature_flag_key: 'a', metrics_secondary: {} });
    assert.deepEqual(body, invalidBody('Metrics must be a list', 'metrics_secondary'));
  });

  it('retention is a metric since the second generation', async () => {
    const retention = {
      kind: 'ExperimentMetric',
      metric_type: 'retention',
      start_event: node('signup'),
      completion_event: node('signup'),
      retention_window_start: 1,
      retention_window_end: 7,
      retention_window_unit: 'day',
      start_handling: 'first_seen',
    };
    for (const era of eraNames) {
      const { ask } = openSandbox({ era, experiments: 0 });
      const { status } = await ask('POST', '', { name: 'A', feature_flag_key: 'a', metrics: [retention] });
      assert.equal(status, era === 'B' ? 400 : 201, era);
    }
  });

  it('an unknown event: taken in silence, then refused, then explained', async () => {
    const body = {
      name: 'E',
      feature_flag_key: 'e',
      metrics: [mean({ source: node('sing up') }), mean({ source: node('signed up') })],
    };
    const start =
      "Event(s) 'signed up', 'sing up' not found. No events with these names have been ingested by this project. ";
    const explained = `${start}If you meant a different event, please correct it. Only if the user has explicitly confirmed they want to proceed with the unknown event (e.g. they will instrument it shortly), call again with allow_unknown_events=True. Do not flip the flag silently to bypass this check.`;
    for (const [era, detail] of [
      ['B', undefined],
      ['C', `${start}If this is intentional, set allow_unknown_events=True.`],
      ['D', explained],
      ['F', explained],
    ] as const) {
      const { ask } = openSandbox({ era, experiments: 0 });
      const answer = await ask('POST', '', body);
      if (detail === undefined) {
        assert.equal(answer.status, 201);
        continue;
      }
      assert.deepEqual([answer.status, answer.body], [400, invalidBody(detail)], era);
      assert.equal((await ask('POST', '', { ...body, allow_unknown_events: true })).status, 201);
    }
  });

  it('uuids: kept as they come, refused when they come twice, replaced then', async () => {
    const metrics = [mean(), mean({ uuid: 'same' }), mean({ uuid: 'same' })];
    const create = async (era: EraName) =>
      openSandbox({ era, experiments: 0 }).ask('POST', '', { name: 'A', feature_flag_key: 'a', metrics });
    const uuidsOf = (body: unknown) =>
      (body as { metrics: { uuid?: string }[] }).metrics.map((metric) => metric.uuid);
    assert.deepEqual(uuidsOf((await create('B')).body), [undefined, 'same', 'same']);
    assert.deepEqual(
      (await create('C')).body,
      invalidBody("Duplicate metric UUID: 'same'. Each metric must have a unique UUID."),
    );
    for (const era of ['D', 'E', 'F'] as const) {
      const uuids = uuidsOf((await create(era)).body);
      assert.equal(uuids[1], 'same');
      assert.equal(new Set(uuids).size, 3);
      assert.match(first(uuids) ?? '', /^[0-9a-f-]{36}$/);
    }
  });
});
