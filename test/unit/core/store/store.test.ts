import assert from 'node:assert/strict';
import { Store, timeseriesKey } from '../../../../src/core/store/store';

describe('The store', () => {
  it('begins empty', () => {
    const { state } = new Store('Web');
    assert.equal(state.projectName, 'Web');
    assert.equal(state.list.state, 'idle');
    assert.equal(state.details.size + state.timeseries.size, 0);
  });

  it('tells its listeners of a change, after it', () => {
    const store = new Store('Web');
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.state.projectName));
    store.update((state) => ({ ...state, projectName: 'Shop' }));
    assert.deepEqual(seen, ['Shop']);
  });

  it('is silent when nothing changed and when nobody listens any more', () => {
    const store = new Store('Web');
    let told = 0;
    const stop = store.subscribe(() => told++);
    store.update((state) => state);
    stop();
    stop();
    store.update((state) => ({ ...state, projectName: 'Shop' }));
    assert.equal(told, 0);
  });

  it('lets a listener change it and others leave', () => {
    const store = new Store('Web');
    const seen: string[] = [];
    const stop = store.subscribe(() => {
      stop();
      store.update((state) => ({ ...state, projectName: 'Twice' }));
    });
    store.subscribe(() => seen.push(store.state.projectName));
    store.update((state) => ({ ...state, projectName: 'Once' }));
    assert.deepEqual(seen, ['Twice', 'Twice']);
  });

  it('keys daily results by experiment and metric', () => {
    assert.notEqual(timeseriesKey(1, '2'), timeseriesKey(12, ''));
  });
});
