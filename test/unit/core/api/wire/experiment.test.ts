import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  toExperiment,
  toExperimentDetail,
  wireExperiment,
} from '../../../../../src/core/api/wire/experiment';
import { readRows } from '../../../../../src/core/api/wire/tolerant';
import { anExperiment } from '../../../support/models';
import {
  without,
  wireBeforeStatus,
  wireDetail,
  wireEarly2025,
  wireLegacy,
  wireListItem,
  wireNewestDetail,
  wireNewestListItem,
} from '../../../support/wireExperiments';

const read = (json: unknown) => toExperiment(v.parse(wireExperiment, json));
const readDetail = (json: unknown) => toExperimentDetail(v.parse(wireExperiment, json));

describe('An experiment of every server generation', () => {
  it('reads a light list item', () => {
    const variants = [
      { key: 'control', name: 'Control Group', rolloutPercent: 50 },
      { key: 'test', name: 'Test Variant', rolloutPercent: 50 },
    ];
    assert.deepEqual(read(wireListItem), anExperiment({ variants }));
    assert.deepEqual(read(wireNewestListItem), anExperiment({ variants, tags: ['growth'] }));
  });

  it('reads a whole experiment, with its metrics and version where the server has one', () => {
    const detail = readDetail(wireDetail);
    assert.equal(detail.description, 'Green converts better');
    assert.deepEqual(
      detail.primaryMetrics.map(({ name, type }) => [name, type]),
      [['Purchase', 'funnel']],
    );
    assert.deepEqual(detail.secondaryMetrics, []);
    assert.equal(detail.version, undefined);
    assert.equal(readDetail(wireNewestDetail).version, 3);
  });

  it('reads a list item as a detail without metrics', () => {
    const detail = readDetail(wireListItem);
    assert.deepEqual([detail.primaryMetrics, detail.secondaryMetrics], [[], []]);
  });

  it('reads early 2025 with missing keys, a null holdout, both date notations and microseconds', () => {
    const detail = readDetail(wireEarly2025);
    assert.equal(detail.startMs, Date.UTC(2025, 0, 20, 10, 5, 0, 412));
    assert.equal(detail.endMs, Date.UTC(2025, 1, 20, 10, 5));
    assert.equal(detail.updatedMs, Date.UTC(2025, 1, 20, 10, 5));
    assert.equal(detail.holdout, undefined);
    assert.equal(detail.description, undefined);
    assert.equal(detail.status, 'stopped');
    assert.equal(detail.serverStatus, undefined);
    assert.equal(detail.editable, true);
    assert.deepEqual(detail.variants[0], { key: 'control', name: undefined, rolloutPercent: 50 });
    assert.deepEqual(
      detail.primaryMetrics.map(({ type, goal, uuid }) => ({ type, goal, uuid })),
      [{ type: 'mean', goal: 'increase', uuid: undefined }],
    );
  });

  it('takes null for absent everywhere but in what makes an experiment', () => {
    const nulls = Object.fromEntries(Object.keys(wireNewestDetail).map((key) => [key, null]));
    const { id, name, feature_flag_key } = wireListItem;
    const experiment = readDetail({ ...nulls, id, name, feature_flag_key });
    assert.equal(experiment.status, 'draft');
    assert.equal(experiment.flag, undefined);
    assert.deepEqual(experiment.variants, []);
    assert.equal(experiment.createdBy, undefined);
  });

  it('takes what has an odd type for unknown', () => {
    const experiment = read({
      ...wireListItem,
      description: 7,
      archived: 'yes',
      start_date: 'soon',
      created_by: 'Ada',
      feature_flag: { id: 'x' },
      holdout: [],
      parameters: 'none',
    });
    assert.equal(experiment.description, undefined);
    assert.equal(experiment.archived, false);
    assert.equal(experiment.startMs, undefined);
    assert.equal(experiment.createdBy, undefined);
    assert.equal(experiment.flag, undefined);
    assert.equal(experiment.holdout, undefined);
  });

  it('recognises legacy metrics by their kind, inline and shared, where the server does not say', () => {
    assert.equal(read(wireLegacy).isLegacy, true);
    assert.equal(read(wireEarly2025).isLegacy, false);
    const shared = { metadata: { type: 'primary' }, query: { kind: 'ExperimentFunnelsQuery' } };
    assert.equal(read({ ...wireEarly2025, saved_metrics: [shared] }).isLegacy, true);
    assert.equal(read({ ...wireLegacy, is_legacy: false }).isLegacy, false);
  });

  it('prefers the variants of the flag to the copy beside it', () => {
    assert.deepEqual(
      read(wireBeforeStatus).variants.map(({ key }) => key),
      ['control', 'test'],
    );
    const withoutFlag = { ...wireBeforeStatus, feature_flag: null };
    assert.deepEqual(read(withoutFlag).variants, [{ key: 'control', name: undefined, rolloutPercent: 100 }]);
  });

  it('prefers split_percent, the newer word for a share', () => {
    const feature_flag_variants = [{ key: 'control', rollout_percentage: 10, split_percent: 60 }];
    const experiment = read({ ...wireListItem, feature_flag: null, parameters: { feature_flag_variants } });
    assert.equal(experiment.variants[0]?.rolloutPercent, 60);
  });

  it('names the author by name, else by address', () => {
    const by = (created_by: unknown) => read({ ...wireListItem, created_by }).createdBy;
    assert.deepEqual(by({ id: 5, first_name: 'Ada', last_name: 'King' }), { id: 5, name: 'Ada King' });
    assert.equal(by({ first_name: '', last_name: '', email: 'ada@example.com' })?.name, 'ada@example.com');
    assert.equal(by({ id: 5, first_name: '', last_name: '' }), undefined);
  });

  it('hides no action unless the server says that the account may not edit', () => {
    const editable = (level: unknown) => read({ ...wireListItem, user_access_level: level }).editable;
    assert.deepEqual(['none', 'viewer', 'editor', 'manager', null].map(editable), [
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('drops rows that are no experiments, counts them and keeps the others', () => {
    const { rows, dropped } = readRows(wireExperiment, [
      wireListItem,
      null,
      'text',
      without(wireListItem, ['id']),
      without(wireListItem, ['feature_flag_key']),
      { ...wireListItem, name: null },
      { ...wireListItem, id: 312 },
    ]);
    assert.deepEqual(
      rows.map(({ id }) => id),
      [311, 312],
    );
    assert.equal(dropped, 5);
  });
});
