import assert from 'node:assert/strict';
import { ok } from './client';
import { experimentBody, meanMetric, variants } from './make';
import { assertRefused, type ExpectedRefusal } from './refusal';
import { useServer } from './useServer';
import type { Page } from './wire';

type Body = Readonly<Record<string, unknown>>;
type Row = readonly [what: string, body: Body, expected: ExpectedRefusal];

const withVariants = (feature_flag_variants: unknown): Body => ({ parameters: { feature_flag_variants } });
const manyVariants = Array.from({ length: 21 }, (_, n) => ({
  key: n === 0 ? 'control' : `test-${n}`,
  rollout_percentage: n === 0 ? 20 : 4,
}));

const rows: readonly Row[] = [
  ['no name', { name: undefined }, { attr: 'name', code: 'required' }],
  ['a null name', { name: null }, { attr: 'name', code: 'null', detail: 'This field may not be null.' }],
  ['a name of 401 letters', { name: 'n'.repeat(401) }, { attr: 'name', code: 'max_length' }],
  ['no flag key', { feature_flag_key: undefined }, { attr: 'feature_flag_key', code: 'required' }],
  [
    'a null flag key',
    { feature_flag_key: null },
    { attr: 'feature_flag_key', code: 'null', detail: 'This field may not be null.' },
  ],
  [
    'a flag key with a space',
    { feature_flag_key: 'two words' },
    {
      attr: 'key',
      code: 'invalid_key',
      detail: 'Only letters, numbers, hyphens (-) & underscores (_) are allowed.',
    },
  ],
  [
    'an end before the start',
    { start_date: '2026-03-02T00:00:00Z', end_date: '2026-03-01T00:00:00Z' },
    { detail: 'End date must be after start date', attr: null },
  ],
  [
    'an end at the start',
    { start_date: '2026-03-02T00:00:00Z', end_date: '2026-03-02T00:00:00Z' },
    { detail: 'End date must be after start date', attr: null },
  ],
  [
    'one variant',
    withVariants(variants(['control', 100])),
    {
      detail: 'Feature flag must have at least 2 variants (a baseline and at least one test variant)',
      attr: null,
    },
  ],
  [
    '21 variants',
    withVariants(manyVariants),
    { detail: 'Feature flag variants must be less than 21', attr: null },
  ],
  [
    'a variant that is a word',
    withVariants(['control', ...variants(['test', 100])]),
    { detail: 'Feature flag variant at index 0 must be an object' },
  ],
  [
    'a variant without a key',
    withVariants([...variants(['control', 50]), { rollout_percentage: 50 }]),
    { detail: "Feature flag variant at index 1 must have a 'key' field" },
  ],
  [
    'a variant without a share',
    withVariants([...variants(['control', 50]), { key: 'test' }]),
    { detail: 'Each variant must include split_percent (recommended) or rollout_percentage (deprecated).' },
  ],
  [
    'shares that make 90',
    withVariants(variants(['control', 50], ['test', 40])),
    { detail: 'Invalid variant definitions: Variant rollout percentages must sum to 100.' },
  ],
  [
    'a key nobody knows in the flag object',
    { feature_flag: { filters: {}, colour: 'green' } },
    { detail: 'Unsupported key for the experiment feature_flag input.' },
  ],
  [
    'metrics that are no list',
    { metrics: { kind: 'ExperimentMetric' } },
    { detail: 'Metrics must be a list' },
  ],
  [
    'a metric of a kind nobody knows',
    { metrics: [{ ...meanMetric(), kind: 'Metric' }] },
    { detail: /^Invalid metric at index 0: metric kind must be 'ExperimentMetric'/ },
  ],
  [
    'a source whose properties are an object',
    { metrics: [{ ...meanMetric(), source: { kind: 'EventsNode', event: 'signup', properties: {} } }] },
    { attr: 'metrics' },
  ],
  ['a metric with a key nobody knows', { metrics: [{ ...meanMetric(), colour: 'green' }] }, {}],
  [
    'a funnel without steps',
    { metrics: [{ kind: 'ExperimentMetric', metric_type: 'funnel', series: [] }] },
    { detail: /funnel metrics require at least one step\. / },
  ],
  [
    'an event nobody has sent',
    { metrics: [meanMetric('nobody sends this')], allow_unknown_events: false },
    {
      detail:
        /^Event\(s\) 'nobody sends this' not found\. No events with these names have been ingested by this project\. /,
    },
  ],
  [
    'an action that is not there',
    { metrics: [{ ...meanMetric(), source: { kind: 'ActionsNode', id: 987_654 } }] },
    { detail: /^Action\(s\) with ID 987654 not found or deleted\. / },
  ],
  [
    'shared metrics that are no list',
    { saved_metrics_ids: { id: 1 } },
    { detail: 'Expected a list of items but got type "dict".' },
  ],
  [
    'a shared metric that is no object',
    { saved_metrics_ids: [1] },
    { detail: 'Saved metric must be an object' },
  ],
  [
    'a shared metric without an id',
    { saved_metrics_ids: [{ metadata: { type: 'primary' } }] },
    { detail: 'Saved metric must have an id' },
  ],
  [
    'a shared metric whose metadata is a word',
    { saved_metrics_ids: [{ id: 1, metadata: 'primary' }] },
    { detail: 'Metadata must be an object' },
  ],
  [
    'a shared metric whose metadata has no type',
    { saved_metrics_ids: [{ id: 1, metadata: {} }] },
    { detail: 'Metadata must have a type key' },
  ],
  [
    'a shared metric that is not there',
    { saved_metrics_ids: [{ id: 987_654, metadata: { type: 'primary' } }] },
    { detail: 'Saved metric does not exist or does not belong to this project' },
  ],
  [
    'the baseline left out',
    { excluded_variants: ['control'] },
    { detail: "baseline variant cannot be excluded ('control')" },
  ],
  [
    'a variant left out that is not there',
    { excluded_variants: ['blue'] },
    { detail: /^unknown variants for this experiment: \[.*blue.*\]$/ },
  ],
  [
    'every test variant left out',
    { excluded_variants: ['test'] },
    { detail: 'at least one test variant must remain in analysis' },
  ],
  [
    'a holdout left out',
    { excluded_variants: ['holdout-3'] },
    { detail: /^cannot exclude holdout pseudo-variants: \[.*holdout-3.*\]$/ },
  ],
  [
    'a running time with a key nobody knows',
    { running_time_calculation: { speed: 3 } },
    { detail: /^running_time_calculation got unknown keys: \[.*speed.*\]$/ },
  ],
  ['a running time that is a boolean', { running_time_calculation: { recommended_running_time: true } }, {}],
  ['a holdout that is not there', { holdout_id: 987_654 }, { attr: 'holdout_id', code: 'does_not_exist' }],
  ['a conclusion nobody knows', { conclusion: 'fine' }, { attr: 'conclusion', code: 'invalid_choice' }],
  ['a type nobody knows', { type: 'mobile' }, { attr: 'type', code: 'invalid_choice' }],
  [
    'a statistical method nobody knows',
    { stats_config: { method: 'astrology' } },
    { detail: "Invalid stats method: 'astrology'. Must be one of: bayesian, frequentist" },
  ],
  [
    'a baseline that is no variant',
    { stats_config: { method: 'bayesian', baseline_variant_key: 'blue' } },
    { detail: /^Invalid baseline_variant_key: 'blue'\. Must be one of: / },
  ],
  ['exposure criteria that are a word', { exposure_criteria: 'all' }, {}],
  ['a filter of test accounts that is a word', { exposure_criteria: { filterTestAccounts: 'yes' } }, {}],
  [
    'an exposure event of a kind nobody knows',
    { exposure_criteria: { exposure_config: { kind: 'Event' } } },
    {},
  ],
  [
    'an exposure event without properties',
    { exposure_criteria: { exposure_config: { kind: 'ExperimentEventExposureConfig', event: 'signup' } } },
    {},
  ],
  [
    'a description of 3001 letters',
    { description: 'd'.repeat(3001) },
    { attr: 'description', code: 'max_length' },
  ],
  [
    'a comment on the conclusion of 4001 letters',
    { conclusion_comment: 'c'.repeat(4001) },
    { attr: 'conclusion_comment', code: 'max_length' },
  ],
  ['an order of metrics that is no list', { primary_metrics_ordered_uuids: 'first' }, {}],
  ['an order of metrics with a blank entry', { primary_metrics_ordered_uuids: [''] }, {}],
];

describe('a stranger creates an experiment and is refused for', () => {
  const server = useServer();

  for (const [what, more, expected] of rows) {
    it(what, async () => {
      const body = experimentBody(more);
      assertRefused(await server.client.post('experiments/', body), expected);
    });
  }

  it('and nothing is left behind: no experiment, no flag', async () => {
    const key = 'refused-for-good';
    const refused = experimentBody({
      name: key,
      feature_flag_key: key,
      stats_config: { method: 'astrology' },
    });
    assertRefused(await server.client.post('experiments/', refused), {});
    const found = await ok(server.client.get<Page<unknown>>('experiments/', { search: key }));
    const flags = await ok(server.client.get<Page<unknown>>('feature_flags/', { search: key }));
    assert.deepEqual([found.count, flags.count], [0, 0]);
  });
});
