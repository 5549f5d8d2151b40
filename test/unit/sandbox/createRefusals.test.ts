import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const signups = {
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  name: 'Signups',
  goal: 'increase',
  source: { kind: 'EventsNode', event: 'signup' },
};
const variants = (...shares: readonly unknown[]) => ({
  parameters: {
    feature_flag_variants: shares.map((share, index) => ({
      key: index === 0 ? 'control' : `test-${index}`,
      rollout_percentage: share,
    })),
  },
});

/** Each row of the server's table of checks: what is sent beside a name and a key, and what comes back. */
const refusals: readonly (readonly [string, object, ReturnType<typeof invalidBody>])[] = [
  ['no name', { name: undefined }, invalidBody('This field is required.', 'name', 'required')],
  ['null name', { name: null }, invalidBody('This field may not be null.', 'name', 'null')],
  ['blank name', { name: ' ' }, invalidBody('This field may not be blank.', 'name', 'blank')],
  [
    'long name',
    { name: 'x'.repeat(401) },
    invalidBody('Ensure this field has no more than 400 characters.', 'name', 'max_length'),
  ],
  [
    'no flag key',
    { feature_flag_key: undefined },
    invalidBody('This field is required.', 'feature_flag_key', 'required'),
  ],
  [
    'null flag key',
    { feature_flag_key: null },
    invalidBody('This field may not be null.', 'feature_flag_key', 'null'),
  ],
  [
    'characters of the key',
    { feature_flag_key: 'new key!' },
    invalidBody('Only letters, numbers, hyphens (-) & underscores (_) are allowed.', 'key', 'invalid_key'),
  ],
  [
    'dates in the wrong order',
    { start_date: '2026-11-02T00:00:00Z', end_date: '2026-11-02T00:00:00Z' },
    invalidBody('End date must be after start date'),
  ],
  [
    'no date',
    { start_date: 'tomorrow' },
    invalidBody(
      'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].',
      'start_date',
    ),
  ],
  [
    'one variant',
    variants(100),
    invalidBody('Feature flag must have at least 2 variants (a baseline and at least one test variant)'),
  ],
  [
    '21 variants',
    variants(...Array.from({ length: 20 }, () => 5), 0),
    invalidBody('Feature flag variants must be less than 21'),
  ],
  [
    'a variant that is none',
    { parameters: { feature_flag_variants: ['control', 'test'] } },
    invalidBody('Feature flag variant at index 0 must be an object'),
  ],
  [
    'a variant without key',
    { parameters: { feature_flag_variants: [{ key: 'control', rollout_percentage: 50 }, {}] } },
    invalidBody("Feature flag variant at index 1 must have a 'key' field"),
  ],
  [
    'a variant without share',
    { parameters: { feature_flag_variants: [{ key: 'control' }, { key: 'test' }] } },
    invalidBody('Each variant must include split_percent (recommended) or rollout_percentage (deprecated).'),
  ],
  [
    'shares beside 100',
    variants(50, 40),
    invalidBody('Invalid variant definitions: Variant rollout percentages must sum to 100.', 'filters'),
  ],
  ['broken shares', variants(33.3, 66.7), invalidBody('A valid integer is required.', 'rollout_percentage')],
  ['metrics that are no list', { metrics: {} }, invalidBody('Metrics must be a list', 'metrics')],
  [
    'a metric of another kind',
    { metrics: [signups, { kind: 'TrendsQuery' }] },
    invalidBody("Invalid metric at index 1: metric kind must be 'ExperimentMetric'", 'metrics'),
  ],
  [
    'a funnel without steps',
    { metrics: [{ kind: 'ExperimentMetric', metric_type: 'funnel', series: [] }] },
    invalidBody(
      'Invalid metric at index 0: funnel metrics require at least one step. The experiment exposure event is added as the initial step automatically.',
      'metrics',
    ),
  ],
  [
    'an unknown conclusion',
    { conclusion: 'great' },
    invalidBody('"great" is not a valid choice.', 'conclusion', 'invalid_choice'),
  ],
  [
    'an unknown type',
    { type: 'mobile' },
    invalidBody('"mobile" is not a valid choice.', 'type', 'invalid_choice'),
  ],
  [
    'an unknown method',
    { stats_config: { method: 'guess' } },
    invalidBody("Invalid stats method: 'guess'. Must be one of: bayesian, frequentist"),
  ],
  [
    'an unknown baseline',
    { stats_config: { method: 'bayesian', baseline_variant_key: 'x' } },
    invalidBody("Invalid baseline_variant_key: 'x'. Must be one of: control, test"),
  ],
  [
    'global filters',
    { filters: { properties: [{}] } },
    invalidBody('Experiments do not support global filter properties'),
  ],
  [
    'shared metric without id',
    { saved_metrics_ids: [{}] },
    invalidBody('Saved metric must have an id', 'saved_metrics_ids'),
  ],
  [
    'shared metric of nobody',
    { saved_metrics_ids: [{ id: 77 }] },
    invalidBody('Saved metric does not exist or does not belong to this project', 'saved_metrics_ids'),
  ],
  [
    'holdout of nobody',
    { holdout_id: 999 },
    invalidBody('Invalid pk "999" - object does not exist.', 'holdout_id', 'does_not_exist'),
  ],
  [
    'unknown key for the flag',
    { feature_flag: { filters: {}, colour: 'green' } },
    invalidBody('Unsupported key for the experiment feature_flag input.', 'colour'),
  ],
];

describe('sandbox: what create refuses', () => {
  for (const [what, change, expected] of refusals) {
    it(`${what}, making nothing`, async () => {
      const { ask, list } = openSandbox();
      const before = (await list()).count;
      const { status, body } = await ask('POST', '', { name: 'A', feature_flag_key: 'a', ...change });
      assert.deepEqual([status, body], [400, expected]);
      assert.equal((await list()).count, before);
      assert.equal((await ask('POST', '', { name: 'A', feature_flag_key: 'a' })).status, 201);
    });
  }
});
