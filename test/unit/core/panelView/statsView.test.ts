import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { ExperimentStats } from '../../../../src/core/model/experimentStats';
import { toStatsView } from '../../../../src/core/panelView/statsView';
import { idle, type Resource } from '../../../../src/core/store/resource';

const panel = { kind: 'stats', accountId: 'ada', projectId: 42 } as const;
const busy: ExperimentStats = {
  launchedLast30Days: 6,
  launchedPrevious30Days: 4,
  percentChange: 50,
  active: 1200,
  completedLast30Days: 1,
};

const view = (stats: Resource<ExperimentStats>) =>
  toStatsView(panel, { projectName: 'Web', stats }, ({ kind }) => `failed: ${kind}`);
const contentOf = (changes: Partial<ExperimentStats> = {}) => {
  const { content } = view({ state: 'ready', value: { ...busy, ...changes }, loadedMs: 1000 });
  assert.ok(content);
  return content;
};
const valuesOf = (changes: Partial<ExperimentStats> = {}) =>
  contentOf(changes).figures.map(({ value }) => value);
const failed = (kind: 'notFound' | 'offline', previous: ExperimentStats | undefined) =>
  view({
    state: 'failed',
    error: new PostHogError(kind, { method: 'GET', template: '/' }),
    previous: previous && { value: previous, loadedMs: 1000 },
  });

describe('The page of statistics', () => {
  it('shows the five figures, each with what it counts', () => {
    const { figures, projectName } = contentOf();
    assert.equal(projectName, 'Web');
    assert.deepEqual(
      figures.map(({ label, value }) => [label, value]),
      [
        ['Launched, last 30 days', '6'],
        ['Launched, 30 days before', '4'],
        ['Change', '+50%'],
        ['Active now', '1,200'],
        ['Completed, last 30 days', '1'],
      ],
    );
    for (const { label, meaning } of figures) assert.match(meaning, /^[A-Z].*\.$/, label);
  });

  it('keeps the sign and the one decimal of the change', () => {
    assert.equal(valuesOf({ percentChange: -66.7 })[2], '−66.7%');
    assert.equal(valuesOf({ percentChange: 0 })[2], '0%');
  });

  it('says what +100% means when there was nothing before', () => {
    const meaning = (changes: Partial<ExperimentStats>) => contentOf(changes).figures[2]?.meaning;
    assert.match(
      meaning({ launchedPrevious30Days: 0, percentChange: 100 }) ?? '',
      /none before: .*\+100%\.$/,
    );
    assert.doesNotMatch(meaning({ launchedPrevious30Days: 3, percentChange: 100 }) ?? '', /none before/);
  });

  it('draws launches before and now, and completions, and says the same', () => {
    const { bars, sentence } = contentOf();
    assert.deepEqual(
      bars.map(({ count, tone }) => [count, tone]),
      [
        [4, 'launchedBefore'],
        [6, 'launched'],
        [1, 'completed'],
      ],
    );
    assert.equal(
      sentence,
      '6 experiments launched in the last 30 days, 4 in the 30 days before (+50%). ' +
        '1 completed in the last 30 days, 1,200 active now.',
    );
    assert.match(contentOf({ launchedLast30Days: 1 }).sentence, /^1 experiment launched/);
  });

  it('has nothing to draw when nothing was launched or completed, even if something runs', () => {
    const none = { launchedLast30Days: 0, launchedPrevious30Days: 0, completedLast30Days: 0 };
    assert.equal(contentOf({ ...none, active: 3 }).isEmpty, true);
    assert.equal(contentOf({ ...none, completedLast30Days: 1 }).isEmpty, false);
  });

  it('keeps what it shows, with its age, when it cannot be read again', () => {
    const shown = failed('offline', busy);
    assert.deepEqual([shown.content?.projectName, shown.loadedMs], ['Web', 1000]);
    assert.deepEqual(shown.trouble, {
      title: 'What you see may be out of date.',
      sentence: 'failed: offline',
      remedy: 'retry',
    });
  });

  it('says that an old PostHog has no statistics, instead of that it knows nothing', () => {
    const { content, trouble } = failed('notFound', undefined);
    assert.equal(content, undefined);
    assert.match(trouble?.sentence ?? '', /version is older/);
  });

  it('is loading only while it is being read', () => {
    assert.equal(view({ state: 'loading', previous: undefined }).loading, true);
    assert.deepEqual([view(idle).loading, view(idle).trouble?.remedy], [false, 'retry']);
  });
});
