import assert from 'node:assert/strict';
import { flagDetail, flagSplit } from '../../../../src/core/experiment/flagText';
import { aListedFlag, anExperiment } from '../../support/models';

describe('A flag in a few words', () => {
  it('says its split, leaving out shares that PostHog did not tell', () => {
    assert.equal(flagSplit(aListedFlag()), 'control 50, test 50');
    const variants = [{ key: 'control', name: undefined, rolloutPercent: undefined }];
    assert.equal(flagSplit(aListedFlag({ variants })), 'control');
  });

  it('says whether it is on and who uses it already', () => {
    assert.equal(flagDetail(aListedFlag({ active: true }), []), 'control 50, test 50 · on');
    const used = aListedFlag({ experimentIds: [311, 99] });
    const text = flagDetail(used, [anExperiment({ id: 311, name: '$(trash) Button' })]);
    assert.match(text, /· off · used by “.*Button”, experiment 99: two experiments/);
    assert.doesNotMatch(text, /\$\(trash\)/);
  });
});
