import assert from 'node:assert/strict';
import { contextWords } from '../../../../src/core/experiment/contextWords';
import { aDraft, anEnded, anExperiment } from '../../support/models';

describe('The words that menus match', () => {
  it('say what may be done with an experiment', () => {
    const words = (experiment: ReturnType<typeof anExperiment>, hasWebPage = false) =>
      contextWords(experiment, hasWebPage);
    assert.equal(words(aDraft()), 'experiment draft editable deletable duplicable');
    assert.equal(
      words(anExperiment(), true),
      'experiment running launched editable deletable duplicable linked',
    );
    assert.equal(words(anEnded()), 'experiment stopped launched editable deletable archivable duplicable');
    assert.equal(
      words(anEnded({ archived: true })),
      'experiment stopped launched editable deletable unarchivable duplicable',
    );
    assert.equal(words(anEnded({ isLegacy: true, editable: false })), 'experiment stopped launched legacy');
  });
});
