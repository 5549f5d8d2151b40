import assert from 'node:assert/strict';
import { fileStatusText, projectStatusText } from '../../../../src/core/editorView/statusBarText';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import { aDraft, aFlag, anEnded, anExperiment, aResult } from '../../support/models';
import { counted, knownBy, nowMs, planOf, someExposures, someResults, startMs } from '../../support/results';

const win = { significant: true, interval: [0.045, 0.2085] } as const;
const won = knownBy(someResults([{ result: aResult(win) }], planOf(2_000)));
const off = { experiment: anExperiment({ startMs, flag: aFlag({ active: false }) }) };
const calm = { experiment: anExperiment({ startMs }) };

describe('The status bar', () => {
  it('says the verdict of the experiment in the file', () => {
    assert.deepEqual(fileStatusText([won], nowMs), {
      text: '$(beaker) checkout-button ▲ test won +12.7%',
      spoken: 'Experiment Checkout button colour, Running 9 d, test won +12.7% against control',
      isWarning: false,
    });
    assert.equal(fileStatusText([calm], nowMs)?.text, '$(beaker) checkout-button Running 9 d');
  });

  it('says nothing of drafts and of what has ended', () => {
    assert.equal(fileStatusText([], nowMs), undefined);
    assert.equal(fileStatusText([{ experiment: aDraft() }, { experiment: anEnded() }], nowMs), undefined);
  });

  it('shows what deserves a look first, and counts the rest', () => {
    assert.equal(fileStatusText([won, off], nowMs)?.text, '$(warning) checkout-button flag off +1');
  });

  it('has a colour for a split mismatch, nobody counted and a flag that is off, and for nothing else', () => {
    const isWarning = (known: KnownExperiment) => fileStatusText([known], nowMs)?.isWarning;
    assert.equal(isWarning(off), true);
    assert.equal(isWarning(knownBy(counted({ control: 5_000, test: 4_000 }))), true);
    assert.equal(isWarning({ ...calm, exposures: someExposures({ control: 0, test: 0 }) }), true);
    assert.equal(isWarning(won), false);
    assert.equal(
      isWarning(
        knownBy({ ...someResults(), experiment: { ...someResults().experiment, primaryMetrics: [] } }),
      ),
      false,
    );
  });

  it('counts what runs in the project', () => {
    const all = [won, off, calm, { experiment: aDraft() }];
    assert.equal(projectStatusText(all, nowMs)?.text, '$(beaker) 3 running · $(warning) 1');
    assert.equal(projectStatusText([calm], nowMs)?.text, '$(beaker) 1 running');
    assert.equal(projectStatusText([{ experiment: aDraft() }], nowMs), undefined);
  });

  it('is inert whatever a flag is called', () => {
    const text =
      fileStatusText([{ experiment: anExperiment({ startMs, flagKey: '$(trash~spin)\nx' }) }], nowMs)?.text ??
      '';
    assert.deepEqual(text.match(/\$\([^)]*\)/g), ['$(beaker)']);
    assert.doesNotMatch(text, /\n/);
  });
});
