import assert from 'node:assert/strict';
import { hasRestarted, seriesEvents } from '../../../../src/core/experiment/seriesEvents';
import type { Activity, ActivityChange } from '../../../../src/core/model/activity';
import { anExperiment } from '../../support/models';

const experiment = anExperiment({ startMs: Date.parse('2026-03-02T09:30:00Z') });
const activity = (changes: readonly Partial<ActivityChange>[], parts: Partial<Activity> = {}): Activity => ({
  timeMs: Date.parse('2026-03-05T12:00:00Z'),
  person: 'Ada',
  verb: 'updated',
  changes: changes.map((change) => ({ field: undefined, before: undefined, after: undefined, ...change })),
  ...parts,
});
const textsOf = (...activities: Activity[]) =>
  seriesEvents(experiment, activities, 'UTC')
    .filter(({ kind }) => kind !== 'launch')
    .map(({ text }) => text);

describe('Events of a series', () => {
  it('are launch and end, on the days of the project', () => {
    const ended = { ...experiment, endMs: Date.parse('2026-03-09T23:30:00Z') };
    assert.deepEqual(
      seriesEvents(ended, [], 'Asia/Tokyo').map(({ day, text }) => [day, text]),
      [
        ['2026-03-02', 'Launched'],
        ['2026-03-10', 'Ended'],
      ],
    );
    assert.deepEqual(seriesEvents({ ...experiment, startMs: undefined }, [], 'UTC'), []);
  });

  it('are edits of metrics and of how they are counted, once each, and who made them', () => {
    assert.deepEqual(
      textsOf(activity([{ field: 'metrics' }, { field: 'metrics_secondary' }, { field: 'stats_config' }])),
      ['Metrics edited by Ada', 'Counting rules edited by Ada'],
    );
    assert.deepEqual(textsOf(activity([{ field: 'metrics' }], { person: undefined })), ['Metrics edited']);
  });

  it('are another split, but not another plan, which stands beside it', () => {
    const parameters = (percent: number, size: number) => ({
      feature_flag_variants: [{ key: 'control', rollout_percentage: percent }],
      recommended_sample_size: size,
    });
    const change = (after: object) => activity([{ field: 'parameters', before: parameters(50, 100), after }]);
    assert.deepEqual(textsOf(change(parameters(50, 200))), []);
    assert.deepEqual(textsOf(change(parameters(40, 100))), ['Distribution changed by Ada']);
    assert.deepEqual(textsOf(activity([{ field: 'parameters', before: null, after: 7 }])), []);
  });

  it('are a pause and a shipped variant where the server names them', () => {
    assert.deepEqual(
      ['paused', 'resumed', 'variant_shipped', 'toString'].flatMap((verb) => textsOf(activity([], { verb }))),
      ['Paused by Ada', 'Resumed by Ada', 'Variant shipped by Ada'],
    );
  });

  it('are nothing of a draft, and nothing that only words changed', () => {
    const before = activity([{ field: 'metrics' }], { timeMs: Date.parse('2026-03-01T00:00:00Z') });
    assert.deepEqual(textsOf(before, activity([{ field: 'description' }, { field: 'constructor' }])), []);
    assert.deepEqual(textsOf(activity([{ field: 'metrics' }], { timeMs: undefined })), []);
  });

  it('take days away when they change what is counted', () => {
    const of = (field: string) => hasRestarted(seriesEvents(experiment, [activity([{ field }])], 'UTC'));
    assert.deepEqual(['metrics', 'exposure_criteria', 'feature_flag_variants', 'name'].map(of), [
      true,
      true,
      false,
      false,
    ]);
  });
});
