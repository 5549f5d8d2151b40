import assert from 'node:assert/strict';
import { PostHogError, type PostHogErrorKind } from '../../../../src/core/api/errors';
import { idle, type Resource } from '../../../../src/core/store/resource';
import type { ExperimentList } from '../../../../src/core/store/store';
import { listMessages } from '../../../../src/core/treeView/listMessages';
import { viewDescription } from '../../../../src/core/treeView/viewDescription';
import { anExperiment } from '../../support/models';
import { nowMs } from '../../support/results';

type List = Resource<ExperimentList>;
const value = { experiments: [anExperiment()], unreadable: 0 };
const loadedMs = nowMs - 2 * 3_600_000;
const previous = { value, loadedMs };
const failed = (kind: PostHogErrorKind, known?: typeof previous): List => ({
  state: 'failed',
  error: new PostHogError(kind, { method: 'GET', template: '/' }),
  previous: known,
});

describe('The rows above the experiments', () => {
  const cases: readonly [string, List, boolean, readonly string[]][] = [
    ['before anything is known', idle, false, ['loading']],
    ['while the first list is read', { state: 'loading', previous: undefined }, false, ['loading']],
    ['over the list of the last time', { state: 'loading', previous }, false, ['restored']],
    ['while a list that was read is read again', { state: 'loading', previous }, true, []],
    ['over a list', { state: 'ready', ...previous }, true, []],
    [
      'over an empty one',
      { state: 'ready', value: { experiments: [], unreadable: 0 }, loadedMs },
      true,
      ['empty'],
    ],
    [
      'over one with unreadable rows',
      { state: 'ready', value: { ...value, unreadable: 1 }, loadedMs },
      true,
      ['unreadable'],
    ],
    ['without any', failed('offline'), false, ['failed']],
    ['over an older one', failed('offline', previous), true, ['failed']],
    ['when the key is not accepted', failed('unauthorized', previous), true, ['failed', 'signIn']],
    ['when the key may not', failed('forbidden'), true, ['failed']],
  ];
  for (const [when, list, wasRead, messages] of cases) {
    it(`say ${messages.join(', ') || 'nothing'} ${when}`, () => {
      assert.deepEqual(listMessages(list, wasRead), messages);
    });
  }
});

describe('What stands beside the title of the view', () => {
  const text = (list: List, isSample = false, atMs = nowMs) =>
    viewDescription({ projectName: 'Web', list }, isSample, atMs);

  it('is the project, whether it is real, and the age of the list', () => {
    assert.equal(text(idle), 'Web');
    assert.equal(text({ state: 'ready', ...previous }), 'Web · as of 2 h ago');
    assert.equal(text({ state: 'loading', previous }), 'Web · as of 2 h ago');
    assert.equal(text(failed('offline', previous)), 'Web · as of 2 h ago');
    assert.equal(text({ state: 'ready', ...previous }, true, loadedMs + 59_999), 'Web · sample data');
  });
});
