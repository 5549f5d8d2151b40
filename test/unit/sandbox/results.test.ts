import assert from 'node:assert/strict';
import { shopStories } from '../../../src/sandbox/catalog/catalog';
import { type JsonObject, textIn } from '../../../src/sandbox/json';
import { plant } from '../../../src/sandbox/plant';
import type { Visitor } from '../../../src/sandbox/population';
import { visitors, visits } from '../../../src/sandbox/population';
import type { ExperimentRow } from '../../../src/sandbox/project';
import { dailyResults } from '../../../src/sandbox/results';
import { SumsCache } from '../../../src/sandbox/sumsCache';
import { startOfDayMs } from '../../../src/sandbox/time';
import { trafficOf } from '../../../src/sandbox/traffic';
import { createWorld } from '../../../src/sandbox/world';
import { first, nowMs } from './sandboxClient';

const days = 12;

/** A story's experiment with its first metric. */
function planted(slug: string, change: Partial<ExperimentRow> = {}) {
  const story = shopStories.find((candidate) => candidate.slug === slug);
  const project = first([...createWorld({ experiments: 0, nowMs }).projects.values()]);
  assert.ok(story);
  const row = { ...plant(project, story, nowMs), ...change };
  const metric = first(row.metrics);
  const uuid = textIn(metric, 'uuid') ?? '';
  const behaviour = row.reality.behaviours.get(uuid);
  assert.ok(behaviour && row.start_date);
  const untilMs = (count: number) => startOfDayMs(row.start_date ?? 0) + count * 86_400_000;
  return { row, metric, uuid, behaviour, untilMs };
}

interface Stats {
  readonly key: string;
  readonly number_of_samples: number;
  readonly sum: number;
  readonly sum_squares: number;
  readonly step_counts: readonly number[] | null;
  readonly denominator_sum: number | null;
  readonly denominator_sum_squares: number | null;
  readonly numerator_denominator_sum_product: number | null;
}

/** Days of variants, the baseline first. */
function statsOf(row: ExperimentRow, metric: JsonObject, untilMs: number): Stats[][] {
  return dailyResults(new SumsCache(), row, metric, untilMs).map((result) => {
    const { baseline, variant_results: others } = result as unknown as {
      baseline: Stats;
      variant_results: Stats[];
    };
    return [baseline, ...others];
  });
}

const close = (actual: number | null, expected: number) =>
  assert.ok(
    actual !== null && Math.abs(actual - expected) <= 1e-6 * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );

describe('sandbox: results', () => {
  for (const slug of [
    'checkout-button-colour',
    'support-chat-bubble',
    'basket-cross-sell',
    'homepage-hero',
  ]) {
    it(`are those of the visitors, counted one by one (${slug})`, () => {
      const { row, metric, uuid, behaviour, untilMs } = planted(slug);
      const last = statsOf(row, metric, untilMs(days)).at(-1) ?? [];
      const traffic = trafficOf(row);
      const exposed = [...visitors(traffic, untilMs(days))];
      const done = [...visits(traffic, untilMs(days), behaviour, uuid)];
      assert.deepEqual(
        done.map(({ visitor }) => visitor),
        exposed,
      );
      for (const [index, stats] of last.entries()) {
        const own = done.filter(({ visitor }) => visitor.variant === index);
        assert.equal(stats.number_of_samples, own.length);
        const histories = own.map(({ happenings }) => happenings.filter(({ day }) => day < days));
        if (behaviour.kind === 'funnel') {
          const counts = behaviour.stepShares.map(
            (_, step) => histories.filter((history) => history.length > step).length,
          );
          assert.deepEqual(stats.step_counts, counts);
          assert.equal(stats.sum, counts.at(-1));
          assert.equal(stats.sum_squares, stats.sum);
          continue;
        }
        const totals = histories.map((history) => history.reduce((sum, { value }) => sum + value, 0));
        const numbers = histories.map((history) => history.length);
        const sumOf = (value: (index: number) => number) =>
          totals.reduce((sum, _, visitor) => sum + value(visitor), 0);
        close(
          stats.sum,
          sumOf((visitor) => totals[visitor] ?? 0),
        );
        close(
          stats.sum_squares,
          sumOf((visitor) => (totals[visitor] ?? 0) ** 2),
        );
        if (metric['metric_type'] !== 'ratio') continue;
        close(
          stats.denominator_sum,
          sumOf((visitor) => numbers[visitor] ?? 0),
        );
        close(
          stats.denominator_sum_squares,
          sumOf((visitor) => (numbers[visitor] ?? 0) ** 2),
        );
        close(
          stats.numerator_denominator_sum_product,
          sumOf((visitor) => (totals[visitor] ?? 0) * (numbers[visitor] ?? 0)),
        );
      }
      const samples = last.map((stats) => stats.number_of_samples);
      assert.equal(
        samples.reduce((sum, count) => sum + count, 0),
        exposed.length,
      );
    });
  }

  it('only grow from day to day', () => {
    for (const slug of ['checkout-button-colour', 'basket-cross-sell', 'one-page-checkout']) {
      const { row, metric, untilMs } = planted(slug);
      const table = statsOf(row, metric, untilMs(days));
      for (const [day, arms] of table.entries()) {
        for (const [index, stats] of arms.entries()) {
          const before = table[day - 1]?.[index];
          if (!before) continue;
          assert.ok(stats.number_of_samples > before.number_of_samples);
          assert.ok(stats.sum >= before.sum && stats.sum_squares >= before.sum_squares);
          for (const [step, count] of (stats.step_counts ?? []).entries()) {
            assert.ok(count >= (before.step_counts?.[step] ?? 0));
            assert.ok(count <= (stats.step_counts?.[step - 1] ?? stats.number_of_samples));
          }
        }
      }
    }
  });

  it('do not change for a day when more days follow', () => {
    const { row, metric, untilMs } = planted('checkout-button-colour');
    const upTo = (count: number) => dailyResults(new SumsCache(), row, metric, untilMs(count));
    assert.equal(upTo(12).length, 12);
    assert.deepEqual(upTo(12).slice(0, 5), upTo(5));
  });

  it('follow the shares of the flag', () => {
    const { row, untilMs } = planted('homepage-hero');
    const counts = [0, 0, 0, 0];
    const everyone: Visitor[] = [...visitors(trafficOf(row), untilMs(days))];
    for (const { variant } of everyone) counts[variant] = (counts[variant] ?? 0) + 1;
    for (const count of counts) assert.ok(Math.abs(count / everyone.length - 0.25) < 0.02);
  });

  it('end with the exposure of a paused experiment', () => {
    const { row, untilMs } = planted('recently-viewed-strip');
    const lastDay = Math.max(...[...visitors(trafficOf(row), untilMs(11))].map((visitor) => visitor.day));
    assert.equal(lastDay, 8);
  });

  it('leave out excluded variants and compare with the configured baseline', () => {
    const { row, metric, untilMs } = planted('homepage-hero', {
      excluded_variants: ['film'],
      stats_config: { method: 'bayesian', baseline_variant_key: 'photo' },
    });
    assert.deepEqual(
      statsOf(row, metric, untilMs(days))[0]?.map((stats) => stats.key),
      ['photo', 'control', 'search'],
    );
  });
});
