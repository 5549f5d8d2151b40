import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { idle, lastLoaded, mapLoaded, type Resource } from '../../../../src/core/store/resource';

const loaded = { value: 1, loadedMs: 1000 };
const error = new PostHogError('offline', { method: 'GET', template: '/' });

const states: Record<string, Resource<number>> = {
  idle,
  loading: { state: 'loading', previous: undefined },
  reloading: { state: 'loading', previous: loaded },
  ready: { state: 'ready', ...loaded },
  failed: { state: 'failed', error, previous: undefined },
  failedAgain: { state: 'failed', error, previous: loaded },
};

describe('A resource', () => {
  it('knows the newest value there is, with its age', () => {
    const values = Object.entries(states).map(([name, state]) => [name, lastLoaded(state)?.value]);
    assert.deepEqual(Object.fromEntries(values), {
      idle: undefined,
      loading: undefined,
      reloading: 1,
      ready: 1,
      failed: undefined,
      failedAgain: 1,
    });
    assert.equal(lastLoaded(states['reloading'])?.loadedMs, 1000);
    assert.equal(lastLoaded<number>(undefined), undefined);
  });

  it('takes a changed value without changing its state or age', () => {
    const changed = Object.fromEntries(
      Object.entries(states).map(([name, state]) => [name, mapLoaded(state, (value) => value + 1)]),
    );
    assert.deepEqual(changed, {
      ...states,
      reloading: { state: 'loading', previous: { value: 2, loadedMs: 1000 } },
      ready: { state: 'ready', value: 2, loadedMs: 1000 },
      failedAgain: { state: 'failed', error, previous: { value: 2, loadedMs: 1000 } },
    });
  });

  it('stays the same object where the value does', () => {
    for (const state of Object.values(states))
      assert.equal(
        mapLoaded(state, (value) => value),
        state,
      );
  });

  it('does not ask for a change where there is nothing to change', () => {
    const refuse = () => assert.fail('there is no value');
    for (const name of ['idle', 'loading', 'failed']) {
      const state = states[name] ?? idle;
      assert.equal(mapLoaded(state, refuse), state);
    }
  });
});
