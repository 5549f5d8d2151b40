import assert from 'node:assert/strict';
import { findAttention, type Attention } from '../../../../src/core/experiment/attention';
import {
  attentionSentence,
  attentionWord,
  conclusionWord,
  experimentCount,
  periodText,
  statusWithAge,
  statusWord,
  unitOf,
  variantSplit,
} from '../../../../src/core/experiment/wording';
import type { Experiment } from '../../../../src/core/model/experiment';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';

/** Noon here, wherever the test runs: days are those of the reader's time zone. */
const nowMs = new Date(2026, 2, 11, 12).getTime();
const dayMs = 24 * 3_600_000;
const started = { startMs: nowMs - 9 * dayMs };
const shipped = [
  { key: 'control', name: undefined, rolloutPercent: 0 },
  { key: 'test', name: undefined, rolloutPercent: 100 },
];
const off = aFlag({ active: false });

const statuses: readonly [Experiment, string][] = [
  [aDraft(), 'Draft'],
  [aDraft({ endMs: nowMs + dayMs }), 'Draft'],
  [anExperiment(started), 'Running 9 d'],
  [anExperiment({ startMs: nowMs - 3 * 3_600_000 }), 'Running 3 h'],
  [anExperiment({ startMs: nowMs + 60_000 }), 'Running < 1 min'],
  [anExperiment({ startMs: undefined }), 'Running'],
  [anExperiment({ ...started, status: 'exposure_frozen' }), 'Exposure frozen · launched 9 d ago'],
  [anExperiment({ ...started, status: 'paused', flag: off }), 'Paused · launched 9 d ago'],
  [anExperiment({ status: 'paused', startMs: undefined }), 'Paused'],
  [anEnded(), 'Ended 9 Mar 2026'],
  [anEnded({ archived: true }), 'Archived'],
  [
    anExperiment({ ...started, status: 'other', serverStatus: 'warming_up' }),
    'warming_up · launched 9 d ago',
  ],
  [anExperiment({ ...started, status: 'other', serverStatus: undefined }), 'Unknown · launched 9 d ago'],
];

describe('The status of an experiment', () => {
  for (const [experiment, text] of statuses) {
    it(`reads "${text}"`, () => {
      assert.equal(statusWithAge(experiment, nowMs), text);
      assert.ok(text.startsWith(statusWord(experiment)));
    });
  }
});

describe('The period of an experiment', () => {
  const { startMs } = started;

  it('is its start and age, its start and end, or the day it was made', () => {
    assert.equal(periodText(anExperiment({ startMs }), nowMs), 'since 2 Mar 2026 (9 d)');
    assert.equal(periodText(anEnded({ startMs }), nowMs), '2 Mar 2026 to 9 Mar 2026');
    assert.equal(periodText(aDraft({ createdMs: startMs }), nowMs), 'made on 2 Mar 2026');
    assert.equal(periodText(aDraft({ createdMs: undefined }), nowMs), '');
  });
});

describe('The words for', () => {
  it('every conclusion, also one newer than this program', () => {
    const words = ['won', 'lost', 'inconclusive', 'stopped_early', 'invalid', 'superseded', undefined];
    assert.deepEqual(words.map(conclusionWord), [
      'Won',
      'Lost',
      'Inconclusive',
      'Stopped early',
      'Invalid',
      'Superseded',
      'no conclusion recorded',
    ]);
  });

  it('a split of traffic', () => {
    const split = (...shares: readonly (number | undefined)[]) =>
      variantSplit(
        anExperiment({
          variants: shares.map((rolloutPercent, index) => ({
            key: `v${index}`,
            name: undefined,
            rolloutPercent,
          })),
        }),
      );
    assert.equal(split(34, 33, 33), '3 variants 34/33/33');
    assert.equal(split(100), '1 variant 100');
    assert.equal(split(50, undefined), '2 variants');
    assert.equal(split(10, 10, 10, 10, 10, 50), '6 variants');
  });

  it('what deserves a look, in a few words and in a sentence, each its own', () => {
    const found: readonly (Attention | undefined)[] = [
      findAttention(anExperiment({ flag: off })),
      findAttention(anExperiment({ flag: aFlag({ servesSomeone: false }) })),
      findAttention(anExperiment({ flag: undefined })),
      findAttention(anExperiment({ variants: shipped })),
      findAttention(aDraft({ flag: aFlag() })),
      findAttention(anEnded({ flag: aFlag() })),
    ];
    const all = found.filter((attention) => attention !== undefined);
    assert.equal(new Set(all.map(attentionWord)).size, 6);
    assert.equal(new Set(all.map(attentionSentence)).size, 6);
    for (const attention of all) assert.match(attentionSentence(attention), /^The .*\.$/);
  });

  it('one experiment, and any other number', () => {
    assert.deepEqual([0, 1, 2].map(experimentCount), ['0 experiments', '1 experiment', '2 experiments']);
  });

  it('what is counted', () => {
    assert.equal(unitOf(anExperiment()), 'users');
    assert.equal(unitOf(anExperiment({ flag: undefined })), 'users');
    assert.equal(unitOf(anExperiment({ flag: aFlag({ groupTypeIndex: 0 }) })), 'groups');
  });
});
