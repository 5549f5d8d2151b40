import assert from 'node:assert/strict';
import {
  audienceName,
  branchHint,
  branchLensText,
  findAudience,
  isLostBranch,
} from '../../../../src/core/editorView/branchText';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import type { Experiment } from '../../../../src/core/model/experiment';
import { aDraft, aFlag, anEnded, anExperiment, aResult } from '../../support/models';
import { counted, knownBy, nowMs, planOf, someResults } from '../../support/results';

const served = (key: string) => ({ outcomes: [key], isNot: false });
const [test, control] = [served('test'), served('control')];
const on = { outcomes: [true as const], isNot: false };
const off = { outcomes: [true as const], isNot: true };
const others = { outcomes: ['test'], isNot: true };
const win = { significant: true, interval: [0.045, 0.2085] } as const;
const known = (variant: object, detail = {}) => knownBy(someResults([{ result: aResult(variant) }], detail));
const shares = (a: number, b: number): Pick<Experiment, 'variants'> => ({
  variants: [
    { key: 'control', name: undefined, rolloutPercent: a },
    { key: 'test', name: undefined, rolloutPercent: b },
  ],
});

describe('Whom a branch is for', () => {
  const { variants } = anExperiment(shares(30, 70));
  const said = (condition: Parameters<typeof findAudience>[0]) => {
    const audience = findAudience(condition, variants);
    return `${audienceName(audience, variants)} ${audience.percent}`;
  };

  it('is told by names and shares', () => {
    assert.equal(said(test), 'test 70');
    assert.equal(said(others), 'control 30');
    assert.equal(said(on), 'every variant 100');
    assert.equal(said(off), 'flag off 0');
    assert.equal(said({ outcomes: ['nobody'], isNot: true }), 'everyone 100');
    assert.equal(said(served('gone')), 'no variant 0');
  });

  it('has no share where PostHog told none', () => {
    const unknown = variants.map((variant) => ({ ...variant, rolloutPercent: undefined }));
    assert.equal(findAudience(test, unknown).percent, undefined);
    assert.equal(findAudience(off, unknown).percent, 0);
  });
});

describe('The lens of a branch', () => {
  it('says share, users and value, and how far these can be read', () => {
    assert.equal(branchLensText(known(win), test, true, nowMs), 'test · 50% · 1,009 users · 0.13');
    assert.equal(
      branchLensText(known(win, planOf(9_000)), control, true, nowMs),
      'control · 50% · 1,041 users · 0.10 (baseline, early)',
    );
  });

  it('says the share alone where more is not known, not wanted or hidden', () => {
    assert.equal(branchLensText({ experiment: anExperiment() }, test, true, nowMs), 'test · 50%');
    assert.equal(branchLensText(known(win), test, false, nowMs), 'test · 50%');
    assert.equal(branchLensText(known(win), on, true, nowMs), 'every variant · 100%');
    assert.equal(branchLensText(known(win), off, true, nowMs), 'flag off');
    const hidden = { ...known(win, planOf(9_000)), hidesEarly: true };
    assert.equal(branchLensText(hidden, test, true, nowMs), 'test · 50%');
  });

  it('says what is wrong instead of a value', () => {
    const mismatch = knownBy(counted({ control: 5_000, test: 4_000 }));
    assert.match(branchLensText(mismatch, test, true, nowMs), /^test · 50% · split mismatch/);
  });

  it('is inert whatever a variant is called', () => {
    const experiment = anExperiment({
      variants: [{ key: '$(trash)\n[x](command:y)', name: undefined, rolloutPercent: 50 }],
    });
    const text = branchLensText({ experiment }, served('$(trash)\n[x](command:y)'), true, nowMs);
    assert.doesNotMatch(text, /\$\(|\]\(|\n/);
  });
});

describe('The hint behind a branch', () => {
  const hint = (of: KnownExperiment, condition = test) => branchHint(of, condition, nowMs);

  it('looks different without a verdict, with one that may not be read, and with one', () => {
    assert.deepEqual(hint({ experiment: anExperiment() }), { state: 'unsettled', text: 'test · 50%' });
    assert.deepEqual(hint({ experiment: aDraft() }), { state: 'unsettled', text: 'test · 50%' });
    const blocked = hint(known(win, { flag: aFlag({ active: false }) }));
    assert.deepEqual(blocked, { state: 'blocked', text: 'test · 50% · ⚠ flag off' });
    assert.deepEqual(hint(known(win)), {
      state: 'won',
      text: 'test · 50% · ▲ won +12.68% [4.50%, 20.85%] vs control, 98.1% chance to win',
    });
    assert.equal(hint(known({ ...win, interval: [-0.2085, -0.045] }))?.state, 'lost');
    assert.deepEqual(hint(known(win), control), { state: 'baseline', text: 'control · 50% · baseline' });
  });

  it('takes an early finding for none', () => {
    const early = hint(known(win, planOf(9_000)));
    assert.equal(early?.state, 'open');
    assert.match(early.text, /^test · 50% · won \+12\.68% .* \(early\)$/);
    assert.deepEqual(hint({ ...known(win, planOf(9_000)), hidesEarly: true }), {
      state: 'unsettled',
      text: 'test · 50% · result hidden',
    });
  });

  it('says which branch stays once the experiment has ended, and nothing of code for nobody', () => {
    const ended = { experiment: anEnded({ conclusion: 'won', flag: aFlag(), ...shares(0, 100) }) };
    assert.deepEqual(hint(ended), { state: 'won', text: 'test · 100% · stays' });
    assert.deepEqual(hint(ended, control), { state: 'lost', text: 'control · 0% · ended' });
    assert.equal(branchHint(ended, off, nowMs), undefined);
  });
});

describe('A branch that lost', () => {
  it('is one of a variant that is not the one that stayed', () => {
    const ended = anEnded({ conclusion: 'won' });
    assert.equal(isLostBranch({ experiment: ended }, control), true);
    assert.equal(isLostBranch({ experiment: ended }, test), false);
    assert.equal(isLostBranch({ experiment: ended }, on), false);
    assert.equal(isLostBranch({ experiment: ended }, off), false);
    const lost = { experiment: anEnded({ conclusion: 'lost' }) };
    assert.equal(isLostBranch(lost, test), true);
    assert.equal(isLostBranch(lost, others), false);
  });

  it('is none while the experiment runs, or where nobody said what came of it', () => {
    assert.equal(isLostBranch({ experiment: anExperiment({ conclusion: 'won' }) }, control), false);
    assert.equal(isLostBranch({ experiment: anEnded({ conclusion: 'inconclusive' }) }, control), false);
    assert.equal(isLostBranch({ experiment: anEnded() }, control), false);
  });

  it('goes by what was shipped before what was concluded', () => {
    const experiment = anEnded({ conclusion: 'won', flag: aFlag(), ...shares(100, 0) });
    assert.equal(isLostBranch({ experiment }, test), true);
    assert.equal(isLostBranch({ experiment }, control), false);
  });
});
