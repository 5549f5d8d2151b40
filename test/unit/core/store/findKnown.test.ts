import assert from 'node:assert/strict';
import { findKnown } from '../../../../src/core/store/findKnown';
import { Store } from '../../../../src/core/store/store';
import { findCurrentDetail } from '../../../../src/core/useCase/findCurrentDetail';
import type { Experiment } from '../../../../src/core/model/experiment';
import { aDetail } from '../../support/models';
import { nowMs, someExposures, someResults } from '../../support/results';

const detail = aDetail();
const results = someResults([{}], { startMs: detail.startMs });
const exposures = someExposures({ control: 10, test: 12 }, { startMs: detail.startMs });

/** A state that knows the experiment whole, with its results; its row of the list says what is given. */
function stateWith(row: Partial<Experiment>) {
  const store = new Store('Web');
  const experiment = { ...detail, ...row };
  const loadedMs = nowMs;
  store.update((state) => ({
    ...state,
    list: { state: 'ready', value: { experiments: [experiment], unreadable: 0 }, loadedMs },
    details: new Map([[detail.id, { state: 'ready', value: detail, loadedMs }]]),
    verdicts: new Map([[detail.id, { state: 'ready', value: results, loadedMs }]]),
    exposures: new Map([[detail.id, { state: 'ready', value: exposures, loadedMs }]]),
  }));
  return { state: store.state, experiment };
}

describe('What is known of an experiment', () => {
  it('is its row, what was read whole, results and exposures', () => {
    const { state, experiment } = stateWith({});
    assert.deepEqual(findKnown(state, experiment), { experiment, detail, results, exposures });
    assert.equal(findCurrentDetail(state, detail.id), detail);
  });

  it('is also that early results are to be folded away, until somebody reveals those of this experiment', () => {
    const { state, experiment } = stateWith({});
    const hides = (revealed: readonly number[]) =>
      findKnown({ ...state, earlyResults: { hidden: true, revealed: new Set(revealed) } }, experiment)
        .hidesEarly;
    assert.deepEqual(
      [hides([]), hides([experiment.id + 1]), hides([experiment.id])],
      [true, true, undefined],
    );
  });

  it('is not what was read whole before its last change', () => {
    const { state, experiment } = stateWith({ updatedMs: nowMs });
    assert.equal(findKnown(state, experiment).detail, undefined);
    assert.equal(findCurrentDetail(state, detail.id), undefined);
  });

  it('is neither results nor exposures of an earlier launch', () => {
    const { state, experiment } = stateWith({ startMs: nowMs });
    assert.equal(findKnown(state, experiment).results, undefined);
    assert.equal(findKnown(state, experiment).exposures, undefined);
  });

  it('may be nothing but its row', () => {
    const { state } = new Store('Web');
    const known = findKnown(state, detail);
    assert.deepEqual([known.detail, known.results], [undefined, undefined]);
    assert.equal(findCurrentDetail(state, detail.id), undefined);
  });
});
