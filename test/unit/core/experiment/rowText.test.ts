import assert from 'node:assert/strict';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import { findHeadline } from '../../../../src/core/experiment/headline';
import { fitParts, rowText } from '../../../../src/core/experiment/rowText';
import type { Experiment } from '../../../../src/core/model/experiment';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { aDraft, aFlag, anEnded, anExperiment, aResult } from '../../support/models';
import { counted, knownBy, nowMs, oneVariant, planOf, someResults, startMs } from '../../support/results';

const off = aFlag({ active: false });
const running = (parts: Partial<Experiment> = {}) => ({ experiment: anExperiment({ startMs, ...parts }) });
const win = { significant: true, interval: [0.045, 0.2085] } as const;
const lead = { significant: false, interval: [-0.0721, 0.238] } as const;
const of = (variant: Partial<VariantResult>, row: Partial<Experiment> = {}) =>
  knownBy(oneVariant(variant), row);
const three = [
  { ...win, key: 'film' },
  { ...lead, key: 'photo' },
  { ...lead, key: 'search' },
];

const rows: readonly [KnownExperiment, string, string][] = [
  [{ experiment: aDraft() }, 'Draft · 2 variants 50/50', 'Draft, 2 variants 50/50'],
  [{ experiment: aDraft({ variants: [] }) }, 'Draft · no variants', 'Draft, no variants'],
  [
    { experiment: aDraft({ flag: aFlag() }) },
    'flag already live · Draft',
    'Draft, warning: flag already live',
  ],
  [running(), 'Running 9 d', 'Running 9 d'],
  [running({ isLegacy: true }), 'Running 9 d · legacy metrics', 'Running 9 d, legacy metrics'],
  [running({ flag: off }), 'flag off · Running 9 d', 'Running 9 d, warning: flag off'],
  [
    running({ status: 'paused', flag: off }),
    'Paused · launched 9 d ago · flag off',
    'Paused · launched 9 d ago, flag off',
  ],
  [
    { experiment: anEnded() },
    'Ended 9 Mar 2026 · no conclusion recorded',
    'Ended 9 Mar 2026, no conclusion recorded',
  ],
  [{ experiment: anEnded({ conclusion: 'won' }) }, 'Won · Ended 9 Mar 2026', 'Ended 9 Mar 2026, Won'],
  [
    { experiment: anEnded({ conclusion: 'won', flag: aFlag() }) },
    'flag still splits traffic · Won · Ended 9 Mar 2026',
    'Ended 9 Mar 2026, warning: flag still splits traffic, Won',
  ],
  [{ experiment: anEnded({ conclusion: 'lost', archived: true }) }, 'Lost · Archived', 'Archived, Lost'],
  [of(win), '▲ test won +12.7% · Running 9 d', 'Running 9 d, test won +12.7% against control'],
  [
    of(lead, planOf(undefined)),
    'test leading +8.3% (not significant) · Running 9 d',
    'Running 9 d, test leading +8.3% against control, not significant',
  ],
  [
    knownBy(someResults([{ result: aResult(...three) }, {}])),
    '▲ film won +12.7% · +2 variants, +1 metric · Running 9 d',
    'Running 9 d, film won +12.7% against control, and 2 variants, and 1 metric',
  ],
  [
    of(win, { flag: off }),
    'flag off · test won +12.7% · Running 9 d',
    'Running 9 d, warning: flag off, test won +12.7% against control',
  ],
  [
    knownBy(counted({ control: 9_000, test: 8_000 })),
    'split mismatch 52.9/47.1 · test won +30.0% · Running 9 d',
    'Running 9 d, warning: split mismatch 52.9/47.1, test won +30.0% against control',
  ],
  [
    of(win, { status: 'stopped', endMs: nowMs, flag: off }),
    'Ended 11 Mar 2026 · no conclusion recorded',
    'Ended 11 Mar 2026, no conclusion recorded',
  ],
];

describe('The row of an experiment', () => {
  for (const [known, description, spoken] of rows) {
    it(`says "${description}"`, () => {
      assert.deepEqual(rowText(known, nowMs), { description, spoken });
    });
  }

  it('has at most 60 characters, and what matters most whole', () => {
    const long = 'x'.repeat(300);
    const known = [
      of({ ...win, key: long }),
      of({ ...lead, key: long }, planOf(9_999_999)),
      running({ status: 'other', serverStatus: long }),
      { experiment: anEnded({ conclusion: long }) },
      { experiment: aDraft({ variants: [{ key: long, name: long, rolloutPercent: 1 / 3 }] }) },
      knownBy(counted({ [long]: 900, [`${long}2`]: 0 })),
    ];
    for (const each of known) assert.ok(rowText(each, nowMs).description.length <= 60);
    assert.match(rowText(of({ ...win, key: long }), nowMs).description, /won \+12\.7%/);
  });

  it('does not say twice that nobody is counted', () => {
    const nobody = { samples: 0, interval: undefined, validationFailures: ['not-enough-exposures'] };
    const known = of(nobody, { flag: off });
    assert.equal(rowText(known, nowMs).description, 'flag off · Running 9 d');
    assert.equal(rowText(of(nobody), nowMs).description, 'nobody in test · Running 9 d');
  });

  it('has no verdict before there are results, nor where there is no primary metric', () => {
    assert.equal(findHeadline(running(), nowMs), undefined);
    assert.equal(findHeadline(knownBy(someResults([])), nowMs), undefined);
    assert.equal(findHeadline(knownBy(someResults([{ role: 'secondary' }])), nowMs), undefined);
  });

  it('speaks of the first primary metric, also when that failed', () => {
    const failed = { result: undefined, error: 'Timeout' };
    assert.equal(
      rowText(knownBy(someResults([failed, {}])), nowMs).description,
      'metric failed · +1 metric · Running 9 d',
    );
  });
});

describe('Parts of a line', () => {
  it('are there whole or not at all, but for the first', () => {
    assert.equal(fitParts(['abc', 'defg', 'h'], 20), 'abc · defg · h');
    assert.equal(fitParts(['abc', 'defg', 'h'], 8), 'abc · h');
    assert.equal(fitParts(['abcdef', 'g'], 4), 'abc…');
    assert.equal(fitParts(['', undefined, 'a', '', 'b'], 9), 'a · b');
    assert.equal(fitParts([], 9), '');
  });
});
