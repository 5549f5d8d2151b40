import assert from 'node:assert/strict';
import { hoverText, type HoverOptions } from '../../../../src/core/editorView/hoverText';
import type { KnownFlag } from '../../../../src/core/editorView/knownFlag';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import { aDraft, anEnded, anExperiment, aResult } from '../../support/models';
import { counted, knownBy, nowMs, planOf, someResults, startMs } from '../../support/results';

const win = { significant: true, interval: [0.045, 0.2085] } as const;
const test = { outcomes: ['test'], isNot: false };
const others = { outcomes: ['test'], isNot: true };

function flagOf(shown: KnownExperiment, names: readonly string[] = []): KnownFlag {
  const { experiment } = shown;
  return {
    key: experiment.flagKey,
    experiments: [experiment, ...names.map((name, at) => anEnded({ id: at, name }))],
    shown,
    flag: experiment.flag,
    variants: experiment.variants,
    exists: 'yes',
    listedMs: nowMs,
  };
}

const hover = (flag: KnownFlag, options: Partial<HoverOptions> = {}) =>
  hoverText(flag, {
    branches: [],
    projectName: 'Shop',
    hasWebPage: true,
    trouble: undefined,
    nowMs,
    ...options,
  });

describe('The hover', () => {
  const won = knownBy(someResults([{ result: aResult(win) }], planOf(2_000)));

  it('says the verdict with baseline, interval, level, samples and age, and what this code serves', () => {
    assert.deepEqual(hover(flagOf(won), { branches: [test] }), {
      title: 'Checkout button colour — Running 9 d',
      lines: [
        'test won on Purchase: +12.68% [4.50%, 20.85%] vs control, 98.1% chance to win',
        'control 0.10 → test 0.13 (+0.03) · Bayesian 95%',
        'This code serves test 50%, 1,009 users, Purchase 0.13',
        '2,050 users, target reached, as of 2 h ago',
      ],
      links: ['openExperiment', 'openInPostHog', 'exportResults'],
      experimentId: 311,
    });
  });

  it('says of a read what each of its branches serves', () => {
    const lines = hover(flagOf(won), { branches: [test, others] })?.lines ?? [];
    assert.ok(lines.includes('The code here serves test 50% · control 50%'), lines.join('\n'));
  });

  it('says what is wrong before any verdict', () => {
    const [first, second] = hover(flagOf(knownBy(counted({ control: 5_000, test: 4_000 }))))?.lines ?? [];
    assert.match(first ?? '', /^⚠ The split does not match the flag/);
    assert.match(second ?? '', /on Purchase/);
  });

  it('hides early results where somebody wants none', () => {
    const early = knownBy(someResults([{ result: aResult(win) }], planOf(4_100)));
    const said = hover(flagOf({ ...early, hidesEarly: true }), { branches: [test] });
    assert.deepEqual(said?.lines, [
      'Result hidden until target.',
      'This code serves test 50%',
      'Early read: 2,050 users, 50% of sample, as of 2 h ago',
    ]);
    assert.deepEqual(said?.links, ['openExperiment', 'openInPostHog']);
  });

  it('has at most eight lines, whatever there is to say', () => {
    const mismatch = knownBy(counted({ control: 5_000, test: 4_000 }, planOf(90_000)), { startMs });
    const said = hover(flagOf(mismatch, ['One', 'Two', 'Three']), {
      branches: [test],
      trouble: 'What is newer could not be read. PostHog did not answer in time.',
    });
    assert.ok(said);
    // The title and the line of links stand around them.
    assert.ok(said.lines.length <= 6, said.lines.join('\n'));
    assert.ok(said.lines.some((line) => line.startsWith('What is newer could not be read')));
  });

  it('tells of other experiments on the flag', () => {
    const said = hover(flagOf({ experiment: aDraft() }, ['One', 'Two', 'Three']));
    assert.ok(said?.lines.includes('Also on this flag: One · +2 more'));
    assert.equal(said?.title, 'Checkout button colour — Draft');
  });

  it('says what came of an experiment that has ended, and why a metric failed', () => {
    assert.ok(
      hover(flagOf({ experiment: anEnded({ conclusion: 'won' }) }))?.lines.includes('Recorded as won.'),
    );
    const failed = knownBy(someResults([{ result: undefined, error: 'out of memory' }]));
    assert.ok(hover(flagOf(failed))?.lines.includes('Purchase failed: out of memory'));
  });

  it('says that no experiment is on a flag, or that there is no such flag, only where that is known', () => {
    const flag: KnownFlag = {
      ...flagOf({ experiment: anExperiment() }),
      key: 'other',
      experiments: [],
      shown: undefined,
    };
    assert.equal(hover(flag)?.title, 'Flag other — no experiment is on it');
    assert.equal(hover({ ...flag, exists: 'no' })?.title, 'Flag other — Shop has no such flag');
    assert.equal(hover({ ...flag, exists: 'unknown' }), undefined);
  });
});
