import assert from 'node:assert/strict';
import { canonicalJson, fingerprintSource, metricFingerprint } from '../../../src/sandbox/fingerprint';
import type { JsonObject } from '../../../src/sandbox/json';

const signups = {
  kind: 'ExperimentMetric',
  uuid: '5f1e0b1c-6f0c-4a53-9d55-0f5a6a0d7a11',
  name: 'Signups',
  metric_type: 'mean',
  goal: 'increase',
  source: { kind: 'EventsNode', event: 'signup', math: 'total' },
};
const draft = {
  start_date: null,
  stats_config: { method: 'bayesian' },
  exposure_criteria: null,
  only_count_matured_users: false,
  excluded_variants: null,
};
const started = {
  ...draft,
  start_date: Date.parse('2026-03-02T09:30:00Z'),
  exposure_criteria: { filterTestAccounts: true },
};
const event = (name: string, more: JsonObject = {}) => ({ kind: 'EventsNode', event: name, ...more });

describe('metric fingerprints', () => {
  it('are those computed for a draft, a launched and a configured experiment', async () => {
    assert.equal(
      await metricFingerprint(signups, draft),
      '68ea162f39f69c825fb99a508ff79ec7f167a761c9af5716839904eacc0293d8',
    );
    assert.equal(
      await metricFingerprint(signups, started),
      '8d7ba6a9cd6e7d1f8af22e15eb2e552bcd506c186a55ec5818b0df0d27374880',
    );
    assert.equal(
      await metricFingerprint(signups, {
        ...started,
        stats_config: { method: 'frequentist' },
        excluded_variants: ['test-2'],
      }),
      'c97032a4176757c796cb50ee1db0802706620a862a23e4f08d86223acf5cf3b0',
    );
  });

  it("are those PostHog's own test asserts for a draft with default exposure", async () => {
    const config = { ...draft, exposure_criteria: { filterTestAccounts: true } };
    const vectors: [JsonObject, string][] = [
      [
        { metric_type: 'mean', source: event('$session_duration') },
        'd2e1f06570c3ec0af658c6255890c0ee509e0a275cbc80f630d8e8718a1b8c25',
      ],
      [
        { metric_type: 'funnel', series: [event('$pageview'), event('$autocapture')] },
        'dc70f252171bb66b8b40a28ba702ad2907c61d0962b54f332dee96afd67b240c',
      ],
      [
        {
          metric_type: 'ratio',
          numerator: event('$session_duration'),
          denominator: event('$autocapture'),
        },
        'ac46d8229e2ec5558200082a3f5d2e4e6e5041585d4f07dbd28930ee90fad235',
      ],
    ];
    for (const [metric, expected] of vectors) {
      assert.equal(await metricFingerprint({ kind: 'ExperimentMetric', ...metric }, config), expected);
    }
  });

  it("are those PostHog's own test asserts for a launched frequentist experiment", async () => {
    const config = {
      ...draft,
      start_date: Date.parse('2024-01-01T10:00:00Z'),
      stats_config: { method: 'frequentist' },
      exposure_criteria: {
        exposure_config: {
          kind: 'ExperimentEventExposureConfig',
          event: '$feature_flag_called',
          properties: [],
        },
      },
    };
    const step = event('$pageview', { name: '$pageview' });
    const window = { conversion_window: 14, conversion_window_unit: 'day' };
    const vectors: [JsonObject, string][] = [
      [
        {
          metric_type: 'mean',
          source: step,
          goal: 'increase',
          ...window,
          lower_bound_percentile: 0.05,
          upper_bound_percentile: 0.95,
        },
        '24bf7ca8d497f33ace065e9e5facd961a4a2cb68938263b4008266fb22055f98',
      ],
      [
        {
          metric_type: 'funnel',
          series: [step],
          funnel_order_type: 'unordered',
          goal: 'increase',
          ...window,
        },
        'c1325e7c9c494859e14901f144e99532745d6c22a8cb1536ef1cd9574cfa5672',
      ],
      [
        {
          metric_type: 'ratio',
          numerator: step,
          denominator: { ...step, math: 'total' },
          goal: 'decrease',
          ...window,
        },
        '9d74f7f895166c1ac12708a4bc2aa8c61c963bb98a9ad15fecf747b79e706631',
      ],
    ];
    for (const [metric, expected] of vectors) {
      assert.equal(await metricFingerprint({ kind: 'ExperimentMetric', ...metric }, config), expected);
    }
  });

  it('hash the text of the reference', () => {
    assert.equal(
      fingerprintSource(signups, started),
      '{"exposure_criteria":{"filterTestAccounts":true},"metric":{"goal":"increase","metric_type":"mean",' +
        '"source":{"event":"signup","kind":"EventsNode","math":"total"}},' +
        '"start_date":"2026-03-02T09:30:00+00:00","stats_method":"bayesian"}',
    );
  });

  it('do not hang on names, uuids or an empty breakdown, but do on who is counted', () => {
    const source = fingerprintSource(signups, started);
    const renamed = { ...signups, name: 'Accounts', uuid: 'other', fingerprint: 'old', breakdownFilter: {} };
    assert.equal(fingerprintSource(renamed, started), source);
    assert.notEqual(fingerprintSource(signups, { ...started, only_count_matured_users: true }), source);
    assert.notEqual(fingerprintSource({ ...signups, goal: 'decrease' }, started), source);
  });

  it('escape text as Python does', () => {
    assert.equal(
      canonicalJson({ b: 'é\u007f"\n', a: ['😀', null, 1.5, true] }),
      '{"a":["\\ud83d\\ude00",null,1.5,true],"b":"\\u00e9\\u007f\\"\\n"}',
    );
  });
});
