import assert from 'node:assert/strict';
import { contextWords } from '../../../../src/core/experiment/contextWords';
import { aDraft, anEnded, anExperiment } from '../../support/models';

const words = (experiment: Parameters<typeof contextWords>[0]) => contextWords(experiment, true).split(' ');
const has = (experiment: Parameters<typeof contextWords>[0], ...wanted: string[]) =>
  wanted.map((word) => words(experiment).includes(word));

describe('The words that menus go by', () => {
  it('offer results and exposures of what was launched alone', () => {
    assert.deepEqual(has(anExperiment(), 'recalculable', 'exposing', 'launched'), [true, true, true]);
    assert.deepEqual(has(aDraft(), 'recalculable', 'exposing', 'launched'), [false, false, false]);
    assert.deepEqual(has(anEnded({ isLegacy: true }), 'recalculable', 'exposing'), [false, true]);
  });

  it('offer a viewer no change', () => {
    const seen = anEnded({ editable: false });
    const changes = ['editable', 'deletable', 'archivable', 'recalculable', 'exposing'];
    assert.deepEqual(has(seen, ...changes), [false, false, false, false, false]);
    assert.deepEqual(has(anEnded(), ...changes), [true, true, true, true, true]);
  });

  it('are whole words, each once', () => {
    assert.equal(new Set(words(anExperiment())).size, words(anExperiment()).length);
    assert.ok(
      contextWords(anExperiment(), false)
        .split(' ')
        .every((word) => word !== '' && word !== 'linked'),
    );
  });
});
