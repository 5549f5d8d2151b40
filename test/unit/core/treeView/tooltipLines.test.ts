import assert from 'node:assert/strict';
import { tooltipLines } from '../../../../src/core/treeView/tooltipLines';
import { aFlag, aMetric, anEnded, anExperiment, aResult } from '../../support/models';
import { counted, knownBy, nowMs, planOf, someResults, startMs } from '../../support/results';

const win = { significant: true, interval: [0.045, 0.2084], chanceToWin: 0.9991, samples: 1_009 } as const;

describe('The tooltip of an experiment', () => {
  it('says what its row of the list knows', () => {
    const experiment = anExperiment({ startMs, description: 'Green converts better' });
    assert.deepEqual(tooltipLines({ experiment }, nowMs, undefined), [
      'Checkout button colour — Running 9 d',
      'Green converts better',
      'Flag checkout-button · 2 variants 50/50',
      'Created by Ada on 1 Mar 2026',
    ]);
  });

  it('says the verdict with its numbers, how far it is and how old', () => {
    const metric = aMetric({ type: 'funnel' });
    const results = someResults([{ metric, result: aResult(win) }], {
      ...planOf(4_100),
      primaryMetrics: [metric],
    });
    assert.deepEqual(tooltipLines(knownBy(results), nowMs, undefined), [
      'Checkout button colour — Running 9 d',
      'test won on Purchase: +12.67% [4.50%, 20.84%] vs control, > 99.9% chance to win',
      'control 9.89% → test 12.98% (+3.09 pp)',
      'Early read: 2,050 users, 50% of sample, as of 2 h ago',
      'Flag checkout-button · 2 variants 50/50',
      'Metrics: Purchase',
      'Created by Ada on 1 Mar 2026',
    ]);
  });

  it('says what is wrong before the verdict, and what could not be read after it', () => {
    const lines = tooltipLines(
      knownBy(counted({ control: 9_000, test: 8_000 }), { flag: aFlag({ active: false }) }),
      nowMs,
      'The result could not be read. PostHog did not answer in time.',
    );
    assert.match(lines[1] ?? '', /^⚠ The experiment runs but its flag is off/);
    assert.match(lines[2] ?? '', /^⚠ The split does not match/);
    assert.match(lines[3] ?? '', /^test won on Purchase/);
    assert.equal(lines[6], 'The result could not be read. PostHog did not answer in time.');
  });

  it('says how many comparisons nobody corrected for', () => {
    const two = aResult({ key: 'a' }, { key: 'b' });
    const results = someResults([{ result: two }, { role: 'secondary', result: two }]);
    assert.match(
      tooltipLines(knownBy(results), nowMs, undefined).join('\n'),
      /, 4 comparisons, none corrected$/m,
    );
    assert.doesNotMatch(tooltipLines(knownBy(someResults()), nowMs, undefined).join(), /comparison/);
  });

  it('says that an early result is hidden, and no number of it', () => {
    const known = { ...knownBy(someResults([{}], planOf(4_100))), hidesEarly: true };
    const text = tooltipLines(known, nowMs, undefined).join('\n');
    assert.match(text, /^Result hidden until target$/m);
    assert.match(text, /50% of sample/);
    assert.doesNotMatch(text, /\[|won|\d\.\d+%|→/);
  });

  it('counts what several primary metrics say, and says where the conclusion is another', () => {
    const several = someResults([
      {},
      { metric: aMetric({ uuid: 'b' }), result: aResult({ significant: false }) },
    ]);
    assert.match(
      tooltipLines(knownBy(several), nowMs, undefined).join('\n'),
      /^1 of 2 primary won · 1 not significant$/m,
    );
    const open = someResults([{ result: aResult({ significant: false }) }], anEnded({ conclusion: 'won' }));
    assert.match(
      tooltipLines(knownBy(open), nowMs, undefined).join('\n'),
      /^Recorded as won; Purchase was not significant at the end\.$/m,
    );
  });

  it('says how it ended', () => {
    const ended = anEnded({ conclusion: 'won', conclusionComment: 'Make it the default.' });
    assert.equal(
      tooltipLines({ experiment: ended }, nowMs, undefined)[1],
      'Conclusion: Won. Make it the default.',
    );
    assert.equal(
      tooltipLines({ experiment: anEnded() }, nowMs, undefined)[1],
      'Conclusion: no conclusion recorded',
    );
  });

  it('says that a metric failed, in the words of the server', () => {
    const failed = someResults([{ result: undefined, error: 'Out of memory' }]);
    assert.equal(tooltipLines(knownBy(failed), nowMs, undefined)[1], 'Purchase failed: Out of memory');
  });

  it('stays a tooltip, however long its texts are', () => {
    const long = 'word '.repeat(2_000);
    const experiment = anEnded({ description: long, conclusionComment: long });
    assert.ok(tooltipLines({ experiment }, nowMs, undefined).every((line) => line.length <= 320));
  });
});
