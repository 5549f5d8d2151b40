import assert from 'node:assert/strict';
import { deleteQuestion, restoreQuestion } from '../../../../src/core/experiment/deleteQuestion';
import type { Experiment } from '../../../../src/core/model/experiment';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';

const detailOf = (experiment: Experiment) => deleteQuestion(experiment, 'Web').detail;

describe('The question before an experiment is deleted', () => {
  it('says what disappears for whom, and how to undo it', () => {
    const text = detailOf(anEnded());
    assert.match(text, /its results and its conclusion disappear for everyone in Web/);
    assert.match(text, /You can restore it while the flag exists/);
  });

  it('says that the flag stays, and what it goes on doing', () => {
    assert.match(detailOf(anExperiment()), /stays as it is: on, so people go on getting control or test\./);
    assert.match(detailOf(anEnded({ flag: aFlag({ active: false }) })), /stays as it is: off\./);
    const nobody = aFlag({ servesSomeone: false });
    assert.match(detailOf(anExperiment({ flag: nobody })), /stays as it is: on, serving nobody\./);
    const shipped = [
      { key: 'control', name: undefined, rolloutPercent: 0 },
      { key: 'test', name: undefined, rolloutPercent: 100 },
    ];
    assert.match(
      detailOf(anEnded({ flag: aFlag(), variants: shipped })),
      /everybody it serves goes on getting test/,
    );
    assert.match(detailOf(anEnded({ flag: undefined })), /is gone already/);
  });

  it('warns when the experiment has not ended', () => {
    assert.match(detailOf(anExperiment()), /It has not ended: it is running\./);
    assert.match(detailOf(anExperiment({ status: 'paused' })), /it is paused\./);
    assert.doesNotMatch(detailOf(aDraft()) + detailOf(anEnded()), /has not ended/);
  });

  it('makes names inert, before a restoration too', () => {
    const name = '$(trash)';
    assert.doesNotMatch(deleteQuestion(anEnded({ name }), 'Web').message, /\$\(trash\)/);
    assert.doesNotMatch(restoreQuestion({ id: 1, name }, 'Web').message, /\$\(trash\)/);
    assert.match(restoreQuestion({ id: 311 }, 'Web').message, /experiment 311/);
  });
});
