import assert from 'node:assert/strict';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import { toTrustView, type TrustOptions } from '../../../../src/core/panelView/trustView';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { Exposures } from '../../../../src/core/model/exposures';
import type { LatestResults } from '../../../../src/core/model/latestResults';
import type { ChipView } from '../../../../src/shared/panelTrust';
import { aDetail, aDraft, aFlag, aMetric } from '../../support/models';
import { anOutcome, computedMs, counted, nowMs, planOf, someExposures, startMs } from '../../support/results';

const dayMs = 24 * 3_600_000;

function known(
  counts: Readonly<Record<string, number>> | undefined,
  detail: Partial<ExperimentDetail> = {},
  exposures: Partial<Exposures> = {},
): KnownExperiment {
  const experiment = aDetail({ startMs, ...detail });
  return {
    experiment,
    detail: experiment,
    exposures: counts && someExposures(counts, { startMs: experiment.startMs, ...exposures }),
  };
}

function chips(of: KnownExperiment, options: Partial<TrustOptions> = {}): Record<ChipView['id'], ChipView> {
  const all = { nowMs, whyUncounted: 'Nobody asked.', codeReferences: undefined, ...options };
  const entries = toTrustView(of, all).chips.map((chip) => [chip.id, chip]);
  return Object.fromEntries(entries) as Record<ChipView['id'], ChipView>;
}

const said = ({ state, words }: ChipView) => `${state}: ${words}`;
const halves = { control: 5_000, test: 5_000 };

describe('The trust strip', () => {
  it('says of everything that is in order that it is', () => {
    const { sample, split, bias, flag } = chips(known(halves));
    assert.deepEqual([sample, split, bias, flag].map(said), [
      'ok: 10,000 users',
      'ok: matches rollout (p 1.000)',
      'ok: nobody saw several',
      'ok: on',
    ]);
  });

  it('says of nothing that is not known that it is in order', () => {
    const { experiment } = known(undefined);
    const all = Object.values(chips({ experiment }));
    assert.deepEqual(
      all.filter(({ state }) => state === 'ok').map(({ id }) => id),
      ['flag'],
    );
    assert.deepEqual(chips({ experiment }).sample.lines, ['Nobody asked.']);
  });

  it('waits in a draft, and says what there is', () => {
    const draft = { ...aDetail(), ...aDraft() };
    const { sample, split, bias, flag, metrics } = chips({ experiment: draft, detail: draft });
    assert.deepEqual([sample, split, bias, flag, metrics].map(said), [
      'waiting: not launched',
      'waiting: not launched',
      'waiting: not launched',
      'ok: off until launch',
      'ok: 1 metric',
    ]);
  });

  it('tells how far the planned sample is, and how long it takes', () => {
    const of = (target: number) => {
      const results = counted(halves, planOf(target));
      return chips({ experiment: results.experiment, detail: results.experiment, results }).sample;
    };
    assert.equal(said(of(20_000)), 'waiting: 50% of sample');
    assert.match(of(20_000).lines[0] ?? '', /^10,000 of 20,000 planned users, ~9 days left\.$/);
    assert.equal(said(of(10_000)), 'ok: target reached');
  });

  it('warns of a split that is off, with its numbers and the next step', () => {
    const { split } = chips(known({ control: 5_400, test: 4_600 }));
    assert.equal(said(split), 'warning: mismatch 54.0/46.0');
    assert.ok(split.lines.includes('control: 5,400 (54.0%, the flag gives 50%).'));
    assert.ok(!split.lines.some((line) => line.includes('no surprise')));
    assert.match(split.nextStep ?? '', /redirects/);
    assert.match(chips(known({ control: 320, test: 190 })).split.nextStep ?? '', /few exposures/);
    assert.equal(said(chips(known({ control: 50, test: 49 })).split), 'waiting: not tested yet');
  });

  it("takes PostHog's own test of the split", () => {
    const { split } = chips(known(halves, {}, { splitPValue: 0.75 }));
    assert.equal(split.words, 'matches rollout (p 0.750)');
  });

  it('warns of who saw several variants, and knows nothing of it from results', () => {
    const variants = [80, 20].map((rolloutPercent, place) => ({
      key: ['control', 'test'][place] ?? '',
      name: undefined,
      rolloutPercent,
    }));
    const { bias } = chips(known({ control: 8_000, test: 2_000 }, { variants }, { several: 200 }));
    assert.equal(said(bias), 'warning: 2.0% saw several variants');
    assert.equal(chips(known(halves, {}, { several: 3 })).bias.words, '0.03% saw several');
    const results = counted(halves);
    const { experiment } = results;
    assert.equal(said(chips({ experiment, detail: experiment, results }).bias), 'waiting: not known');
  });

  it('warns of nobody in a day, and waits before', () => {
    const none = { control: 0, test: 0 };
    assert.equal(said(chips(known(none, { startMs: computedMs - dayMs })).sample), 'warning: 0 exposures');
    assert.equal(
      said(chips(known(none, { startMs: computedMs - dayMs + 1 })).sample),
      'waiting: no exposures yet',
    );
  });

  it('warns of the flag, and notes what a reader should know without warning', () => {
    assert.equal(said(chips(known(halves, { flag: aFlag({ active: false }) })).flag), 'warning: off');
    const paused = { status: 'paused', flag: aFlag({ active: false }) } as const;
    assert.equal(said(chips(known(halves, paused)).flag), 'waiting: off: paused');
    const forced = { rolloutPercent: 100, isCatchAll: false, forcedVariant: 'test' };
    const everyone = { ...forced, isCatchAll: true, forcedVariant: undefined };
    const { flag } = chips(known(halves, { flag: aFlag({ releaseConditions: [forced, everyone] }) }));
    assert.equal(said(flag), 'ok: on');
    assert.match(flag.lines[0] ?? '', /force a variant/);
    assert.ok(flag.nextStep);
  });

  it('counts the metrics that were computed', () => {
    const of = (outcomes: LatestResults['outcomes'], parts: Partial<LatestResults> = {}) => {
      const results = { ...counted(halves), outcomes, ...parts };
      return chips({ experiment: results.experiment, detail: results.experiment, results }).metrics;
    };
    const failed = anOutcome({
      result: undefined,
      error: 'Out of memory',
      metric: aMetric({ name: 'Cost' }),
    });
    assert.equal(said(of([anOutcome()])), 'ok: 1 of 1 computed');
    assert.equal(said(of([anOutcome(), failed])), 'waiting: 1 of 2 computed');
    assert.deepEqual(of([anOutcome(), failed]).lines[0], 'Cost failed: Out of memory');
    assert.equal(said(of([failed, anOutcome({ role: 'secondary' })])), 'warning: primary failed');
    assert.equal(
      said(of([anOutcome()], { computedMs: nowMs - 2 * dayMs })),
      'waiting: 1 of 1 computed, stale',
    );
    const bare = known(halves, { primaryMetrics: [], secondaryMetrics: [] });
    assert.equal(said(chips(bare).metrics), 'warning: none');
  });

  it('says whether the code asks for the flag, once it was searched', () => {
    const code = (codeReferences: number | undefined, detail: Partial<ExperimentDetail> = {}) =>
      said(chips(known(halves, detail), { codeReferences }).code);
    assert.equal(code(undefined), 'waiting: not searched');
    assert.equal(code(0), 'waiting: not found here');
    assert.equal(code(3), 'ok: 3 places');
    const ended = { status: 'stopped', flag: aFlag({ active: false }), endMs: nowMs } as const;
    assert.equal(code(0, ended), 'ok: no checks left');
  });

  it('cuts names of others where they stand in a sentence', () => {
    const key = 'w'.repeat(400);
    const variants = [key, 'test'].map((each) => ({ key: each, name: undefined, rolloutPercent: 50 }));
    const { split } = chips(known({ [key]: 500, test: 500 }, { variants }));
    assert.ok(split.lines.every((line) => line.length < 200));
  });
});
