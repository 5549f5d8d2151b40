import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const signups = {
  kind: 'ExperimentMetric',
  metric_type: 'mean',
  name: 'Signups',
  goal: 'increase',
  source: { kind: 'EventsNode', event: 'signup' },
};
const configHint =
  "Expected either an event-based config like {'kind': 'ExperimentEventExposureConfig', 'event': '<event_name>', 'properties': []} or an action-based config like {'kind': 'ActionsNode', 'id': <action_id>}.";
const choice = (value: string, attr: string) =>
  invalidBody(`"${value}" is not a valid choice.`, attr, 'invalid_choice');
const criteria = (detail: string) => invalidBody(detail, 'exposure_criteria');
const runningTime = (detail: string) => invalidBody(detail, 'running_time_calculation');
const saved = (detail: string, code?: string) => invalidBody(detail, 'saved_metrics_ids', code);

/**
 * Each row of the server's table of checks: what is sent beside a name and a key, what comes back, and since which
 * generation; those before take it.
 */
const refusals: readonly (readonly [string, object, ReturnType<typeof invalidBody>, EraName?])[] = [
  ['no name', { name: undefined }, invalidBody('This field is required.', 'name', 'required')],
  ['null name', { name: null }, invalidBody('This field may not be null.', 'name', 'null')],
  ['blank name', { name: ' ' }, invalidBody('This field may not be blank.', 'name', 'blank')],
  [
    'long name',
    { name: 'x'.repeat(401) },
    invalidBody('Ensure this field has no more than 400 characters.', 'name', 'max_length'),
  ],
  [
    'long description',
    { description: 'x'.repeat(3001) },
    invalidBody('Ensure this field has no more than 3000 characters.', 'description', 'max_length'),
  ],
  [
    'long comment',
    { conclusion_comment: 'x'.repeat(4001) },
    invalidBody('Ensure this field has no more than 4000 characters.', 'conclusion_comment', 'max_length'),
    'E',
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
  ['an unknown conclusion', { conclusion: 'great' }, choice('great', 'conclusion')],
  ['an unknown type', { type: 'mobile' }, choice('mobile', 'type')],
  [
    'an unknown method',
    { stats_config: { method: 'guess' } },
    invalidBody("Invalid stats method: 'guess'. Must be one of: bayesian, frequentist"),
    'C',
  ],
  [
    'an unknown baseline',
    { stats_config: { method: 'bayesian', baseline_variant_key: 'x' } },
    invalidBody("Invalid baseline_variant_key: 'x'. Must be one of: control, test"),
    'C',
  ],
  [
    'global filters',
    { filters: { properties: [{}] } },
    invalidBody('Experiments do not support global filter properties'),
  ],
  [
    'criteria that are no object',
    { exposure_criteria: 'all' },
    criteria(
      "exposure_criteria must be an object, got str. Expected shape: {'filterTestAccounts': <bool>, 'exposure_config': <object>}.",
    ),
    'C',
  ],
  [
    'a filter that is no boolean',
    { exposure_criteria: { filterTestAccounts: 'yes' } },
    criteria("exposure_criteria.filterTestAccounts must be a boolean, got str: 'yes'."),
    'C',
  ],
  [
    'an exposure that is no object',
    { exposure_criteria: { exposure_config: [] } },
    criteria(`exposure_criteria.exposure_config must be an object, got list. ${configHint}`),
    'C',
  ],
  [
    'an exposure of another kind',
    { exposure_criteria: { exposure_config: { kind: 'EventsNode' } } },
    criteria(
      `exposure_criteria.exposure_config.kind must be one of ['ExperimentEventExposureConfig', 'ActionsNode'], got 'EventsNode'. ${configHint}`,
    ),
    'C',
  ],
  [
    'an exposure without properties',
    { exposure_criteria: { exposure_config: { event: 'signup' } } },
    criteria(
      `Invalid exposure_criteria.exposure_config (kind='ExperimentEventExposureConfig'): [{'loc': ('properties',), 'type': 'missing', 'msg': 'Field required'}]. ${configHint}`,
    ),
    'C',
  ],
  [
    'shared metrics that are no list',
    { saved_metrics_ids: {} },
    saved('Expected a list of items but got type "dict".', 'not_a_list'),
  ],
  ['a shared metric that is no object', { saved_metrics_ids: [9] }, saved('Saved metric must be an object')],
  ['a shared metric without id', { saved_metrics_ids: [{}] }, saved('Saved metric must have an id')],
  [
    'metadata that are no object',
    { saved_metrics_ids: [{ id: 9, metadata: 'primary' }] },
    saved('Metadata must be an object'),
  ],
  [
    'metadata without type',
    { saved_metrics_ids: [{ id: 9, metadata: {} }] },
    saved('Metadata must have a type key'),
  ],
  [
    'a shared metric of nobody',
    { saved_metrics_ids: [{ id: 999 }] },
    saved('Saved metric does not exist or does not belong to this project'),
  ],
  [
    'holdout of nobody',
    { holdout_id: 999 },
    invalidBody('Invalid pk "999" - object does not exist.', 'holdout_id', 'does_not_exist'),
  ],
  [
    'a holdout as excluded variant',
    { excluded_variants: ['holdout-3'] },
    invalidBody("cannot exclude holdout pseudo-variants: ['holdout-3']"),
    'D',
  ],
  [
    'an excluded baseline',
    { excluded_variants: ['control'] },
    invalidBody("baseline variant cannot be excluded ('control')"),
    'D',
  ],
  [
    'an unknown excluded variant',
    { excluded_variants: ['z', 'y'] },
    invalidBody("unknown variants for this experiment: ['y', 'z']"),
    'D',
  ],
  [
    'nothing left to compare',
    { excluded_variants: ['test'] },
    invalidBody('at least one test variant must remain in analysis'),
    'D',
  ],
  [
    'unknown keys of the calculator',
    { running_time_calculation: { days: 3 } },
    runningTime("running_time_calculation got unknown keys: ['days']"),
    'D',
  ],
  [
    'a calculator that is no object',
    { running_time_calculation: 3 },
    runningTime('running_time_calculation must be an object'),
    'D',
  ],
  [
    'a boolean for a number',
    { running_time_calculation: { recommended_sample_size: true } },
    runningTime('recommended_sample_size must be a number'),
    'D',
  ],
  [
    'an exposure estimate that is no object',
    { running_time_calculation: { exposure_estimate_config: 'event' } },
    runningTime('exposure_estimate_config must be an object'),
    'D',
  ],
  [
    'tags that are no list',
    { tags: 'growth' },
    invalidBody('Expected a list of items but got type "str".', 'tags', 'not_a_list'),
    'F',
  ],
  [
    'a blank in an ordering',
    { primary_metrics_ordered_uuids: [''], metrics: [signups] },
    invalidBody('This field may not be blank.', 'primary_metrics_ordered_uuids', 'blank'),
  ],
];

describe('sandbox: what create refuses', () => {
  for (const [what, change, expected, since = 'B'] of refusals) {
    it(`${what}, making nothing`, async () => {
      for (const era of eraNames) {
        const { ask, list } = openSandbox({ era, experiments: 3 });
        const before = (await list()).count;
        const { status, body } = await ask('POST', '', { name: 'A', feature_flag_key: 'a', ...change });
        if (eraNames.indexOf(era) < eraNames.indexOf(since)) {
          // Ignored, or not looked at: what is no experiment at all may still be refused in other words.
          if (status === 400) assert.notDeepEqual(body, expected, era);
          continue;
        }
        assert.deepEqual([status, body], [400, expected], era);
        assert.equal((await list()).count, before);
        assert.equal((await ask('POST', '', { name: 'A', feature_flag_key: 'a' })).status, 201);
      }
    });
  }
});
