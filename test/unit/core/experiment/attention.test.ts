import assert from 'node:assert/strict';
import { findAttention } from '../../../../src/core/experiment/attention';
import type { FeatureFlag } from '../../../../src/core/model/featureFlag';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';

const live = aFlag();
const off = aFlag({ active: false });
const idle = aFlag({ servesSomeone: false });
const shipped = [
  { key: 'control', name: undefined, rolloutPercent: 0 },
  { key: 'test', name: undefined, rolloutPercent: 100 },
];

describe('What deserves a look', () => {
  it('is a running experiment that exposes nobody', () => {
    for (const status of ['running', 'exposure_frozen'] as const) {
      assert.equal(findAttention(anExperiment({ status })), undefined);
      assert.equal(findAttention(anExperiment({ status, flag: off })), 'flagOff');
      assert.equal(findAttention(anExperiment({ status, flag: idle })), 'flagServesNobody');
      assert.equal(findAttention(anExperiment({ status, flag: undefined })), 'flagMissing');
    }
    const both = aFlag({ active: false, servesSomeone: false });
    assert.equal(findAttention(anExperiment({ flag: both })), 'flagOff');
  });

  it('is a draft whose flag splits traffic already', () => {
    assert.equal(findAttention(aDraft({ flag: live })), 'flagLiveBeforeLaunch');
    for (const flag of [off, idle, undefined]) assert.equal(findAttention(aDraft({ flag })), undefined);
  });

  it('is an ended experiment whose flag still splits traffic', () => {
    assert.equal(findAttention(anEnded({ flag: live })), 'flagLiveAfterEnd');
    for (const flag of [off, idle, undefined]) assert.equal(findAttention(anEnded({ flag })), undefined);
  });

  it('is no variant that was shipped to everyone', () => {
    assert.equal(findAttention(anEnded({ flag: live, variants: shipped })), undefined);
    assert.equal(findAttention(aDraft({ flag: live, variants: shipped })), undefined);
  });

  it('is a flag that gives one variant to everyone while the experiment runs', () => {
    const everyone = { rolloutPercent: 100, isCatchAll: true, forcedVariant: undefined };
    const running = (flag: Partial<FeatureFlag>) =>
      findAttention(anExperiment({ variants: shipped, flag: aFlag(flag) }));
    assert.equal(running({}), 'variantShipped');
    assert.equal(
      running({ releaseConditions: [{ ...everyone, rolloutPercent: undefined }] }),
      'variantShipped',
    );
    assert.equal(running({ releaseConditions: [{ ...everyone, rolloutPercent: 50 }] }), undefined);
    assert.equal(running({ releaseConditions: [{ ...everyone, isCatchAll: false }, everyone] }), undefined);
    assert.equal(running({ releaseConditions: [] }), undefined);
  });

  it('is a flag that was deleted, and then nothing else about it', () => {
    const flag = aFlag({ deleted: true, active: false });
    assert.equal(findAttention(anExperiment({ flag })), 'flagMissing');
    assert.equal(findAttention(aDraft({ flag: aFlag({ deleted: true }) })), undefined);
    assert.equal(findAttention(anEnded({ flag: aFlag({ deleted: true }) })), undefined);
  });

  it('is nothing about paused, archived and unknown ones', () => {
    assert.equal(findAttention(anExperiment({ status: 'paused', flag: off })), undefined);
    assert.equal(findAttention(anExperiment({ status: 'other', flag: undefined })), undefined);
    assert.equal(findAttention(anEnded({ archived: true, flag: live })), undefined);
    assert.equal(findAttention(anExperiment({ archived: true, flag: off })), undefined);
  });
});
