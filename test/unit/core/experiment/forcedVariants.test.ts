import assert from 'node:assert/strict';
import { findForcedVariants } from '../../../../src/core/experiment/forcedVariants';
import type { ReleaseCondition } from '../../../../src/core/model/featureFlag';
import { aFlag, anExperiment } from '../../support/models';

const everyone: ReleaseCondition = { rolloutPercent: 100, isCatchAll: true, forcedVariant: undefined };
const team: ReleaseCondition = { rolloutPercent: undefined, isCatchAll: false, forcedVariant: 'test' };

function forced(...releaseConditions: readonly ReleaseCondition[]) {
  return findForcedVariants(anExperiment({ flag: aFlag({ releaseConditions }) }));
}

describe('Forced variants', () => {
  it('are none where lots are drawn for everybody', () => {
    assert.equal(forced(everyone), undefined);
    assert.equal(forced(), undefined);
    assert.equal(findForcedVariants(anExperiment({ flag: undefined })), undefined);
  });

  it('are given to some, or to all', () => {
    assert.equal(forced(team, everyone), 'some');
    assert.equal(forced(team), 'all');
    assert.equal(forced({ ...everyone, forcedVariant: 'test' }), 'all');
  });

  it('do not count where nobody comes: at 0 %, or behind a condition that takes everyone', () => {
    assert.equal(forced({ ...team, rolloutPercent: 0 }, everyone), undefined);
    assert.equal(forced(everyone, team), undefined);
    assert.equal(forced({ ...everyone, rolloutPercent: undefined }, team), undefined);
    assert.equal(forced({ ...everyone, rolloutPercent: 50 }, team), 'some');
  });

  it('do not count where the flag has no such variant, or is deleted', () => {
    assert.equal(forced({ ...team, forcedVariant: 'gone' }), undefined);
    const flag = aFlag({ releaseConditions: [team], deleted: true });
    assert.equal(findForcedVariants(anExperiment({ flag })), undefined);
  });
});
