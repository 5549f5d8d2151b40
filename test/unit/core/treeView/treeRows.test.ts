import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { Experiment } from '../../../../src/core/model/experiment';
import type { LatestResults } from '../../../../src/core/model/latestResults';
import { Store } from '../../../../src/core/store/store';
import { TreeRows } from '../../../../src/core/treeView/treeRows';
import { aDetail, aFlag, anEnded, anExperiment } from '../../support/models';
import { counted, nowMs, someResults, startMs } from '../../support/results';

const error = new PostHogError('server', { method: 'GET', template: '/', status: 500 });

function open(...experiments: readonly Experiment[]) {
  const store = new Store('Web');
  const rows = new TreeRows();
  const update = () => {
    const changed = rows.update(store.state, nowMs);
    return changed === 'all' ? changed : [...changed];
  };
  const putList = (list: readonly Experiment[]) =>
    store.update((state) => ({
      ...state,
      list: { state: 'ready', value: { experiments: list, unreadable: 0 }, loadedMs: nowMs },
    }));
  const putVerdict = (id: number, value: LatestResults) =>
    store.update((state) => ({
      ...state,
      verdicts: new Map(state.verdicts).set(id, { state: 'ready', value, loadedMs: nowMs }),
    }));
  putList(experiments);
  update();
  const order = () =>
    rows.groups.map(({ name, experiments: members }) => [name, members.map(({ id }) => id)]);
  return { store, rows, update, putList, putVerdict, order };
}

const running = (id: number, parts: Partial<Experiment> = {}) => anExperiment({ id, startMs, ...parts });
const healthy = someResults();
const skewed = counted({ control: 900, test: 100 });

describe('The rows of the tree', () => {
  it('are drawn anew all at once when some came, went or moved', () => {
    const { update, putList, order } = open(running(1), running(2));
    assert.deepEqual(order(), [['Running', [2, 1]]]);
    putList([running(1), running(2), running(3)]);
    assert.equal(update(), 'all');
    putList([running(1), running(3)]);
    assert.equal(update(), 'all');
    putList([running(1), anEnded({ id: 3 })]);
    assert.equal(update(), 'all');
  });

  it('are drawn anew one by one when they say something else in the same place', () => {
    const unchanged = running(1);
    const { update, putList } = open(unchanged, running(2));
    putList([unchanged, running(2, { name: 'Renamed' })]);
    assert.deepEqual(update(), [2]);
    assert.deepEqual(update(), []);
  });

  it('are drawn anew all at once when early results are folded away, and when some are revealed', () => {
    const { store, update } = open(running(1));
    const guard = (hidden: boolean, revealed: readonly number[]) =>
      store.update((state) => ({ ...state, earlyResults: { hidden, revealed: new Set(revealed) } }));
    guard(true, []);
    assert.equal(update(), 'all');
    assert.deepEqual(update(), []);
    guard(true, [1]);
    assert.equal(update(), 'all');
  });

  it('are drawn anew one by one as verdicts arrive', () => {
    const { update, putVerdict } = open(running(1), running(2));
    putVerdict(1, healthy);
    assert.deepEqual(update(), [1]);
    assert.deepEqual(update(), []);
  });

  it('stay as they are while a verdict is read again, and when that says the same', () => {
    const { store, update, putVerdict } = open(running(1));
    putVerdict(1, healthy);
    update();
    const previous = { value: healthy, loadedMs: nowMs };
    store.update((state) => ({ ...state, verdicts: new Map([[1, { state: 'loading', previous }]]) }));
    assert.deepEqual(update(), []);
    store.update((state) => ({ ...state, verdicts: new Map([[1, { state: 'failed', error, previous }]]) }));
    assert.deepEqual(update(), [1]);
    putVerdict(1, healthy);
    assert.deepEqual(update(), [1]);
  });

  it('move up when a verdict shows that something is wrong, and back when it is mended', () => {
    const { update, putVerdict, order } = open(running(1), running(2));
    putVerdict(1, skewed);
    assert.equal(update(), 'all');
    assert.deepEqual(order(), [['Running', [1, 2]]]);
    putVerdict(1, healthy);
    assert.equal(update(), 'all');
    assert.deepEqual(order(), [['Running', [2, 1]]]);
  });

  it('are not moved by results of an earlier launch', () => {
    const { update, putVerdict, order } = open(running(1, { startMs: startMs + 1 }), running(2));
    putVerdict(2, counted({ control: 900, test: 100 }, { startMs: startMs - 1 }));
    assert.deepEqual(update(), [2]);
    assert.deepEqual(order(), [['Running', [1, 2]]]);
  });

  it('follow what is read of an experiment', () => {
    const { store, update } = open(running(1));
    store.update((state) => ({
      ...state,
      details: new Map([[1, { state: 'loading', previous: undefined }]]),
    }));
    assert.deepEqual(update(), [1]);
    const value = aDetail({ ...running(1), healthFindings: [] });
    store.update((state) => ({
      ...state,
      details: new Map([[1, { state: 'ready', value, loadedMs: nowMs }]]),
    }));
    assert.deepEqual(update(), [1]);
  });

  it('find an experiment and its group', () => {
    const { rows } = open(running(1), anEnded({ id: 2 }));
    assert.equal(rows.find(2)?.status, 'stopped');
    assert.equal(rows.groupOf(2), 'Ended');
    assert.equal(rows.find(3) ?? rows.groupOf(3), undefined);
  });

  it('are redrawn when a message above them comes or goes', () => {
    const { store, rows, update } = open(running(1));
    const previous = { value: { experiments: [running(1)], unreadable: 0 }, loadedMs: nowMs };
    store.update((state) => ({ ...state, list: { state: 'failed', error, previous } }));
    assert.equal(update(), 'all');
    assert.deepEqual(rows.messages, ['failed']);
  });

  it('cost a verdict little, however many there are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      anEnded({ id: index, flag: aFlag({ active: index % 3 === 0 }) }),
    );
    const { update, putVerdict, rows } = open(...many, running(10_000));
    const { groups } = rows;
    putVerdict(10_000, healthy);
    assert.deepEqual(update(), [10_000]);
    assert.equal(rows.groups, groups);
  });
});
