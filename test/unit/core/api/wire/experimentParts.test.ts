import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  toExperiment,
  toExperimentDetail,
  wireExperiment,
} from '../../../../../src/core/api/wire/experiment';
import { withFlag, wireBeforeStatus, wireDetail, wireListItem } from '../../../support/wireExperiments';

const read = (json: unknown) => toExperiment(v.parse(wireExperiment, json));
const readDetail = (json: unknown) => toExperimentDetail(v.parse(wireExperiment, json));

describe('The status of an experiment', () => {
  const status = (json: unknown) => read(json).status;

  it('is the word of the server', () => {
    for (const word of ['draft', 'running', 'exposure_frozen', 'paused', 'stopped']) {
      assert.equal(status({ ...wireListItem, status: word }), word);
    }
    assert.equal(status({ ...wireListItem, status: 'complete' }), 'stopped');
  });

  it('is other for an unknown word, which is kept', () => {
    const experiment = read({ ...wireListItem, status: 'warming_up' });
    assert.equal(experiment.status, 'other');
    assert.equal(experiment.serverStatus, 'warming_up');
  });

  it('is derived where the server sends none', () => {
    assert.equal(status(wireBeforeStatus), 'running');
    assert.equal(status({ ...wireBeforeStatus, status: null }), 'running');
    assert.equal(status({ ...wireBeforeStatus, start_date: null }), 'draft');
    assert.equal(
      status({ ...wireBeforeStatus, start_date: null, end_date: '2026-03-04T00:00:00Z' }),
      'draft',
    );
    assert.equal(status({ ...wireBeforeStatus, end_date: '2026-03-04T00:00:00Z' }), 'stopped');
    assert.equal(status({ ...wireBeforeStatus, feature_flag: null }), 'running');
  });

  it('is stopped as soon as there is an end, even one that lies ahead', () => {
    assert.equal(status({ ...wireBeforeStatus, end_date: '2999-01-01T00:00:00Z' }), 'stopped');
  });

  it('is paused while the flag is off, even when exposure is frozen too', () => {
    const groups = [{ exposure_frozen: true }];
    const running = { ...wireListItem, status: null };
    assert.equal(status(withFlag(running, { active: false })), 'paused');
    assert.equal(status(withFlag(running, { active: false, groups })), 'paused');
  });

  it('is exposure frozen when every release condition is', () => {
    const running = { ...wireListItem, status: null };
    const frozen = { exposure_frozen: true };
    assert.equal(status(withFlag(running, { groups: [frozen, frozen] })), 'exposure_frozen');
    assert.equal(status(withFlag(running, { groups: [frozen, {}] })), 'running');
    assert.equal(status(withFlag(running, { groups: [] })), 'running');
  });
});

describe('The flag of an experiment', () => {
  const serves = (groups: readonly unknown[]) => read(withFlag(wireListItem, { groups })).flag?.servesSomeone;

  it('serves nobody only when every release condition is explicitly at 0 %', () => {
    assert.equal(serves([{ rollout_percentage: 0 }, { rollout_percentage: 0 }]), false);
    assert.equal(serves([{ rollout_percentage: 0 }, { rollout_percentage: 1 }]), true);
    assert.equal(serves([{ rollout_percentage: null }]), true);
    assert.equal(serves([{}]), true);
    assert.equal(serves([]), true);
  });

  it('says that it was deleted, and what each release condition hands out', () => {
    const groups = [
      { properties: [{ key: 'email' }], rollout_percentage: 100, variant: 'test' },
      { rollout_percentage: null, variant: '' },
    ];
    const feature_flag = { id: 1, key: 'k:deleted:1', deleted: true, filters: { groups } };
    const { flag, flagKey } = read({ ...wireListItem, feature_flag });
    assert.equal(flag?.deleted, true);
    assert.equal(flagKey, 'checkout-button');
    assert.deepEqual(flag.releaseConditions, [
      { rolloutPercent: 100, isCatchAll: false, forcedVariant: 'test' },
      { rolloutPercent: undefined, isCatchAll: true, forcedVariant: undefined },
    ]);
  });

  it('knows the groups it is decided by', () => {
    const filters = { aggregation_group_type_index: 0 };
    const experiment = read({ ...wireListItem, feature_flag: { id: 1, key: 'k', filters } });
    assert.equal(experiment.flag?.groupTypeIndex, 0);
    assert.equal(experiment.flag?.active, false);
  });
});

describe('The statistics configuration', () => {
  const config = (stats_config: unknown) => readDetail({ ...wireDetail, stats_config }).statistics;
  const standard = {
    method: 'bayesian',
    level: 0.95,
    difference: 'relative',
    baselineVariantKey: undefined,
    sequential: undefined,
  };

  it('is Bayesian at 95 % unless it says otherwise', () => {
    for (const value of [null, {}, { version: 2 }, { method: 'bayesian' }, { method: 'magic' }, 'x']) {
      assert.deepEqual(config(value), standard);
    }
  });

  it('takes the level of its own method', () => {
    const levels = { bayesian: { ci_level: 0.9 }, frequentist: { alpha: 0.01 } };
    assert.equal(config({ method: 'bayesian', ...levels }).level, 0.9);
    const frequentist = { ...standard, method: 'frequentist', level: 0.99 };
    assert.deepEqual(config({ method: 'frequentist', ...levels }), frequentist);
  });

  it('falls back to 95 % when the level is none', () => {
    for (const level of [0, 1, 95, -0.5, '0.9', null]) {
      assert.equal(config({ bayesian: { ci_level: level } }).level, 0.95);
      assert.equal(config({ method: 'frequentist', frequentist: { alpha: level } }).level, 0.95);
    }
  });

  it('knows a baseline of another name', () => {
    assert.equal(config({ method: 'bayesian', baseline_variant_key: 'old' }).baselineVariantKey, 'old');
  });

  it('says that a test is sequential only where the experiment does', () => {
    const sequential = (value: unknown) =>
      config({ method: 'frequentist', frequentist: { sequential_testing_enabled: value } }).sequential;
    assert.deepEqual([true, false, undefined, 'yes'].map(sequential), [true, false, undefined, undefined]);
  });

  it('knows absolute differences', () => {
    assert.equal(config({ bayesian: { difference_type: 'ABSOLUTE' } }).difference, 'absolute');
    assert.equal(config({ bayesian: { difference_type: 'RELATIVE' } }).difference, 'relative');
  });
});
