import assert from 'node:assert/strict';
import { lensText } from '../../../../src/core/editorView/lensText';
import type { Experiment, ExperimentDetail } from '../../../../src/core/model/experiment';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { aDraft, aFlag, anEnded, anExperiment, aResult } from '../../support/models';
import { knownBy, nowMs, planOf, someExposures, someResults, startMs } from '../../support/results';

const icon = /\$\([a-z-]+(~[a-z]+)?\)/g;
const running = (parts: Partial<Experiment> = {}) => anExperiment({ startMs, ...parts });

const longest = 'word '.repeat(200);
const hostile = [
  longest,
  '$(trash)$(trash~spin) $(x)',
  '$'.repeat(50) + '(trash)',
  '\u202Egnihtyreve\u202C \u2066abc\u2069',
  '\u200F\u061C\u200Ertl',
  'two\nlines\r\nand\u2028more\ttabs',
  '\u0000\u0007\u001B[31mred',
  '🧪'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(50),
  '',
  ' ',
  '[link](command:evil)<img src=x>',
];

const shipped = [
  { key: 'control', name: undefined, rolloutPercent: 0 },
  { key: 'test', name: undefined, rolloutPercent: 100 },
];

describe('The lens', () => {
  const texts: readonly [Experiment, string][] = [
    [running(), '$(beaker)\u00a0Running 9 d · Checkout button colour'],
    [
      running({ status: 'exposure_frozen' }),
      '$(beaker)\u00a0Exposure frozen · launched 9 d ago · Checkout button colour',
    ],
    [running({ flag: aFlag({ active: false }) }), '$(warning)\u00a0Running 9 d · flag off'],
    [
      running({ status: 'paused', flag: aFlag({ active: false }) }),
      '$(debug-pause)\u00a0Paused · launched 9 d ago · flag off',
    ],
    [aDraft(), '$(circle-outline)\u00a0Draft experiment · control, test'],
    [aDraft({ flag: aFlag() }), '$(warning)\u00a0Draft · flag already live'],
    [anEnded(), '$(check)\u00a0Ended 9 Mar 2026 · no conclusion recorded'],
    [anEnded({ conclusion: 'won' }), '$(check)\u00a0Ended 9 Mar 2026 · Won · this flag check can go'],
    [
      anEnded({ conclusion: 'won', variants: shipped, flag: aFlag() }),
      '$(check)\u00a0Ended 9 Mar 2026 · Won · test shipped · this flag check can go',
    ],
    [anEnded({ archived: true }), '$(archive)\u00a0Archived experiment: this flag check can likely go'],
    [
      running({ status: 'other', serverStatus: 'warming_up' }),
      '$(question)\u00a0warming_up · launched 9 d ago · Checkout button colour',
    ],
  ];
  for (const [experiment, text] of texts) {
    it(`says "${text}"`, () =>
      assert.equal(lensText({ experiment }, { others: 0, hasResult: true }, nowMs), text));
  }

  it('says how many more experiments use the flag', () => {
    assert.equal(
      lensText({ experiment: running() }, { others: 2, hasResult: true }, nowMs),
      '$(beaker)\u00a0Running 9 d · Checkout button colour · +2 more',
    );
  });

  it('shows at most 80 characters, and the count of the others whole', () => {
    for (const text of hostile) {
      const variants = [{ key: text, name: undefined, rolloutPercent: 50 }];
      const experiments = [
        running({ name: text }),
        running({ status: 'other', serverStatus: text }),
        anEnded({ conclusion: text }),
        aDraft({ variants }),
      ];
      for (const experiment of experiments) {
        const alone = lensText({ experiment }, { others: 0, hasResult: true }, nowMs);
        assert.ok(alone.length <= 80, alone);
        const one = lensText({ experiment }, { others: 120, hasResult: true }, nowMs);
        assert.ok(one.length <= 80, one);
        assert.ok(one.endsWith(' · +120 more'), one);
      }
    }
  });

  it('uses the room it has, and marks what it cuts', () => {
    const text = lensText({ experiment: running({ name: longest }) }, { others: 0, hasResult: true }, nowMs);
    assert.ok(text.length >= 79);
    assert.ok(text.endsWith('…'));
  });

  it('draws one icon, its own, and nothing that turns or breaks the line', () => {
    for (const name of hostile) {
      const text = lensText({ experiment: running({ name }) }, { others: 0, hasResult: true }, nowMs);
      assert.deepEqual(text.match(icon), ['$(beaker)']);
      assert.doesNotMatch(text, /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
    }
  });

  it('cuts no character in half', () => {
    const text = lensText(
      { experiment: running({ name: '🧪'.repeat(200) }) },
      { others: 0, hasResult: true },
      nowMs,
    );
    assert.doesNotMatch(text, /\p{Surrogate}/u);
  });
});

describe('The lens of an experiment with results', () => {
  const win = { significant: true, interval: [0.045, 0.2085] } as const;
  const lead = { significant: false, interval: [-0.0721, 0.238] } as const;
  const lens = (variant: Partial<VariantResult>, detail: Partial<ExperimentDetail>, others = 0) =>
    lensText(
      knownBy(someResults([{ result: aResult(variant) }], detail)),
      { others, hasResult: true },
      nowMs,
    );

  it('says the verdict before the status, in the words of its row', () => {
    assert.equal(lens(win, planOf(2_000)), '$(beaker)\u00a0▲ test won +12.7% · Running 9 d · target reached');
    assert.equal(
      lens(lead, planOf(4_100)),
      '$(beaker)\u00a0test leading +8.3% (not significant, early) · Running 9 d',
    );
    assert.equal(
      lens({ ...lead, interval: [-0.1, 0.1] }, planOf(4_100)),
      '$(beaker)\u00a0no difference yet (early) · Running 9 d · 50% of sample',
    );
  });

  it('says the status alone where no results are wanted', () => {
    const known = knownBy(someResults([{ result: aResult(win) }], planOf(2_000)));
    assert.equal(
      lensText(known, { others: 0, hasResult: false }, nowMs),
      '$(beaker)\u00a0Running 9 d · Checkout button colour',
    );
  });

  it('says that nobody was counted yet, and after a day where to look', () => {
    const none = (days: number) => {
      const launchMs = nowMs - days * 24 * 3_600_000;
      const experiment = running({ startMs: launchMs });
      const exposures = someExposures({ control: 0, test: 0 }, { startMs: launchMs });
      return lensText({ experiment, exposures }, { others: 0, hasResult: true }, nowMs);
    };
    assert.equal(none(0.5), '$(beaker)\u00a0Running 12 h · no exposures yet');
    assert.equal(none(2), '$(warning)\u00a0Running 2 d · 0 exposures · check this call');
  });

  it('says what is wrong instead of a verdict', () => {
    assert.equal(lens(win, { flag: aFlag({ active: false }) }), '$(warning)\u00a0Running 9 d · flag off');
  });

  it('says that a result is hidden, and until when, where the user wants no early one', () => {
    const known = knownBy(someResults([{ result: aResult(win) }], planOf(4_100)));
    assert.equal(
      lensText({ ...known, hidesEarly: true }, { others: 0, hasResult: true }, nowMs),
      '$(beaker)\u00a0result hidden until target · Running 9 d · 50% of sample',
    );
    const reached = knownBy(someResults([{ result: aResult(win) }], planOf(2_000)));
    assert.match(
      lensText({ ...reached, hidesEarly: true }, { others: 0, hasResult: true }, nowMs),
      /test won/,
    );
  });

  it('keeps to its length, whatever the variant is called', () => {
    for (const key of hostile) {
      const text = lens({ ...win, key }, planOf(2_000), 7);
      assert.ok(text.length <= 80, text);
      assert.deepEqual(text.match(icon), ['$(beaker)']);
    }
  });
});
