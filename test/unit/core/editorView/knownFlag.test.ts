import assert from 'node:assert/strict';
import { FlagLookup } from '../../../../src/core/editorView/knownFlag';
import type { Experiment } from '../../../../src/core/model/experiment';
import { type State, Store } from '../../../../src/core/store/store';
import { aDraft, anEnded, anExperiment } from '../../support/models';

const listed = (experiments: readonly Experiment[], flagKeys?: readonly string[]): State => ({
  ...new Store('Shop').state,
  list: { state: 'ready', value: { experiments, unreadable: 0 }, loadedMs: 5 },
  ...(flagKeys && { flagKeys: { state: 'ready', value: { keys: flagKeys, unreadable: 0 }, loadedMs: 5 } }),
});

describe('What is known of a flag', () => {
  it('shows of several experiments the running one, and tells of the others', () => {
    const experiments = [anEnded({ id: 1 }), aDraft({ id: 2 }), anExperiment({ id: 3 })];
    const flag = new FlagLookup().find(listed(experiments), 'checkout-button');
    assert.equal(flag.shown?.experiment.id, 3);
    assert.deepEqual(
      flag.experiments.map(({ id }) => id),
      [3, 2, 1],
    );
    assert.deepEqual(
      flag.variants.map(({ key }) => key),
      ['control', 'test'],
    );
    assert.equal(flag.listedMs, 5);
  });

  it('says that a flag does not exist only where all of them are known', () => {
    const lookup = new FlagLookup();
    const existence = (state: State, key: string) => lookup.find(state, key).exists;
    assert.equal(existence(new Store('Shop').state, 'a'), 'unknown');
    assert.equal(existence(listed([]), 'a'), 'unknown');
    assert.equal(existence(listed([], ['b']), 'a'), 'no');
    assert.equal(existence(listed([], ['a']), 'a'), 'yes');
    assert.equal(existence(listed([anExperiment()]), 'checkout-button'), 'yes');
    assert.equal(existence(listed([anExperiment()], []), 'checkout-button'), 'yes');
  });
});
