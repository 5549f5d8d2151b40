import assert from 'node:assert/strict';
import { archiveQuestion, unarchiveQuestion } from '../../../../src/core/experiment/archiveQuestion';
import type { Experiment } from '../../../../src/core/model/experiment';
import { aFlag, anEnded } from '../../support/models';

const detailOf = (experiment: Experiment) => archiveQuestion(experiment, 'Web').detail;

describe('The question before an experiment is archived', () => {
  it('says for whom it leaves the list, and that this can be undone', () => {
    assert.match(
      detailOf(anEnded()),
      /leaves the list of experiments for everyone in Web\..*unarchive it at any time/,
    );
    assert.match(unarchiveQuestion(anEnded(), 'Web').detail, /returns to the list .* for everyone in Web/);
  });

  it('says what becomes of the flag', () => {
    assert.match(detailOf(anEnded({ flag: aFlag() })), /still splits traffic and stays as it is\./);
    assert.match(
      detailOf(anEnded({ flag: aFlag({ active: false }) })),
      /is off, and newer PostHog versions archive such a flag too\./,
    );
    assert.match(detailOf(anEnded({ flag: aFlag({ servesSomeone: false }) })), /flag \S+ stays as it is\./);
    assert.match(detailOf(anEnded({ flag: undefined })), /flag \S+ stays as it is\./);
  });

  it('keeps names of projects from drawing icons or links', () => {
    assert.doesNotMatch(archiveQuestion(anEnded(), '$(trash)').detail, /\$\(/);
  });
});
