import assert from 'node:assert/strict';
import type { KnownExperiment } from '../../../../src/core/experiment/concern';
import { findConcerns } from '../../../../src/core/experiment/health';
import { nextStep } from '../../../../src/core/experiment/nextStep';
import type { ExperimentDetail } from '../../../../src/core/model/experiment';
import type { Exposures, ExposureSeries } from '../../../../src/core/model/exposures';
import { aDetail, aFlag } from '../../support/models';
import { computedMs, counted, nowMs, someExposures, startMs } from '../../support/results';

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

function known(
  counts: Readonly<Record<string, number>>,
  exposures: Partial<Exposures> = {},
  detail: Partial<ExperimentDetail> = {},
): KnownExperiment {
  const experiment = aDetail({ startMs, ...detail });
  return {
    experiment,
    detail: experiment,
    exposures: someExposures(counts, { startMs: experiment.startMs, ...exposures }),
  };
}

const codes = (...parts: Parameters<typeof known>) =>
  findConcerns(known(...parts), nowMs).map(({ code }) => code);
const shares = (...percents: readonly number[]) => ({
  variants: percents.map((rolloutPercent, place) => ({
    key: ['control', 'test', 'other'][place] ?? '',
    name: undefined,
    rolloutPercent,
  })),
});

/** Whole days up to this morning; the last is today. */
function daily(key: string, ...counts: readonly number[]): ExposureSeries {
  const day = (place: number) =>
    new Date(computedMs - (counts.length - 1 - place) * dayMs).toISOString().slice(0, 10);
  return { variantKey: key, days: counts.map((count, place) => ({ day: day(place), count })) };
}

describe('The health that exposures tell', () => {
  it('is good where the split matches, and that instead of what results would say', () => {
    assert.deepEqual(codes({ control: 5_164, test: 4_836 }), []);
    const results = counted({ control: 900, test: 100 });
    assert.deepEqual(findConcerns({ ...known({ control: 500, test: 500 }), results }, nowMs), []);
  });

  it('gives way to results that are more than a day newer', () => {
    const both = (ageMs: number): KnownExperiment => {
      const { exposures, ...rest } = known({ control: 0, test: 0 });
      assert.ok(exposures);
      const old = { ...exposures, computedMs: computedMs - ageMs };
      return { ...rest, exposures: old, results: counted({ control: 500, test: 500 }) };
    };
    assert.deepEqual(findConcerns(both(dayMs + 1), nowMs), []);
    assert.equal(findConcerns(both(dayMs), nowMs)[0]?.code, 'zero_exposures');
  });

  it('is a split that the flag does not explain, with a word of caution while there are few', () => {
    assert.deepEqual(codes({ control: 5_165, test: 4_835 }), ['srm']);
    assert.deepEqual(codes({ control: 1_150, test: 849 }), ['srm_low_sample']);
    assert.deepEqual(codes({ control: 1_150, test: 850 }), ['srm']);
    assert.deepEqual(codes({ control: 90, test: 9 }), []);
    assert.deepEqual(codes({ control: 91, test: 9 }), ['srm_low_sample']);
  });

  it('is many that saw several variants, where the split is uneven and they are left out', () => {
    const counts = { control: 8_000, test: 1_990 };
    assert.deepEqual(codes(counts, { several: 11 }, shares(80, 20)), ['bias_risk_multiple_excluded']);
    assert.deepEqual(codes({ control: 7_992, test: 1_998 }, { several: 10 }, shares(80, 20)), []);
    assert.deepEqual(codes({ control: 5_000, test: 4_990 }, { several: 500 }, shares(50, 50)), []);
    const firstSeen = { exposureCriteria: { multiple_variant_handling: 'first_seen' } };
    assert.deepEqual(codes(counts, { several: 500 }, { ...shares(80, 20), ...firstSeen }), []);
    const ended = { status: 'stopped', endMs: nowMs - dayMs, flag: aFlag({ active: false }) } as const;
    assert.deepEqual(codes(counts, { several: 500 }, { ...shares(80, 20), ...ended }), []);
  });

  it('is nobody at all, from a day after the launch on', () => {
    const none = { control: 0, test: 0 };
    assert.deepEqual(codes(none, {}, { startMs: computedMs - 24 * hourMs }), ['zero_exposures']);
    assert.deepEqual(codes(none, {}, { startMs: computedMs - 24 * hourMs + 1 }), []);
    assert.deepEqual(codes({}, {}, { startMs: computedMs - 25 * hourMs }), ['zero_exposures']);
    assert.deepEqual(codes(none, { several: 1 }, { startMs: computedMs - 25 * hourMs }), []);
  });

  it('is one variant with nobody while others have many', () => {
    assert.deepEqual(codes({ control: 50, test: 0 }), ['one_armed']);
    assert.deepEqual(codes({ control: 49, test: 0 }), []);
  });

  it('is that nobody new came for two whole days, while it runs', () => {
    const stopped = [daily('control', 20, 50, 50, 50, 50), daily('test', 10, 50, 50, 50, 50)];
    const counts = { control: 50, test: 50 };
    assert.deepEqual(codes(counts, { series: stopped }), ['exposures_stopped']);
    const shorter = [daily('control', 20, 40, 50, 50, 50), daily('test', 10, 50, 50, 50, 50)];
    assert.deepEqual(codes(counts, { series: shorter }), []);
    const again = [daily('control', 20, 50, 50, 50, 50), daily('test', 10, 49, 49, 49, 50)];
    assert.deepEqual(codes(counts, { series: again }), []);
    const frozen = { status: 'exposure_frozen', serverStatus: 'exposure_frozen' } as const;
    assert.deepEqual(codes(counts, { series: stopped }, frozen), []);
  });

  it('counts the days of nobody as the project does', () => {
    const stopped = { series: [daily('control', 20, 50, 50, 50, 50), daily('test', 10, 50, 50, 50, 50)] };
    const codesIn = (timeZone: string | undefined) =>
      findConcerns({ ...known({ control: 50, test: 50 }, stopped), timeZone }, nowMs).map(({ code }) => code);
    // It is morning: at the date line it is the day before, or the day of now.
    assert.deepEqual(codesIn('Etc/GMT+12'), []);
    for (const zone of [undefined, 'UTC', 'Etc/GMT-12'])
      assert.deepEqual(codesIn(zone), ['exposures_stopped']);
  });

  it('is that it runs for more than ninety days, as a note', () => {
    const counts = { control: 500, test: 500 };
    assert.deepEqual(codes(counts, {}, { startMs: nowMs - 90 * dayMs }), []);
    assert.deepEqual(codes(counts, {}, { startMs: nowMs - 90 * dayMs - 1 }), ['long_running']);
    const paused = { status: 'paused', flag: aFlag({ active: false }) } as const;
    assert.deepEqual(codes(counts, {}, { startMs: nowMs - 100 * dayMs, ...paused }), []);
  });

  it("is what PostHog's own findings say, where it makes any", () => {
    const srm = { code: 'srm', severity: 'critical', title: 'The split is off', detail: undefined } as const;
    const skewed = { control: 900, test: 100 };
    assert.deepEqual(
      findConcerns(known(skewed, { findings: [srm] }), nowMs).map(({ words, topic }) => [words, topic]),
      [['The split is off', 'split']],
    );
    assert.deepEqual(codes(skewed, { findings: [] }), []);
    assert.deepEqual(codes({ control: 0, test: 0 }, { findings: [] }), []);
    // PostHog knows no such finding.
    assert.deepEqual(codes({ control: 500, test: 0 }, { findings: [] }), ['one_armed']);
    assert.deepEqual(codes({ control: 500, test: 0 }, { findings: [srm] }), ['srm', 'one_armed']);
  });

  it('has a next step for every code that is told here, and none for a name of every object', () => {
    for (const code of [
      'srm',
      'srm_low_sample',
      'bias_risk_multiple_excluded',
      'zero_exposures',
      'one_armed',
    ])
      assert.ok(nextStep(code), code);
    for (const code of ['exposures_stopped', 'long_running', 'flag_missing', 'no_metric'])
      assert.ok(nextStep(code), code);
    assert.equal(nextStep('constructor'), undefined);
  });
});
