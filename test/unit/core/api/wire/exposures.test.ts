import assert from 'node:assert/strict';
import { readExposures } from '../../../../../src/core/api/wire/exposures';

/** The answer of an ExperimentExposureQuery as recorded: counts are floats, the order is not the flag's. */
const recorded = {
  kind: 'ExperimentExposureQuery',
  timeseries: [
    { variant: 'test', days: ['2026-03-02', '2026-03-03'], exposure_counts: [0, 1009.0] },
    { variant: 'control', days: ['2026-03-02', '2026-03-03'], exposure_counts: [30.0, 1041.0] },
    { variant: '$multiple', days: ['2026-03-02', '2026-03-03'], exposure_counts: [0, 3.0] },
  ],
  total_exposures: { control: 1041.0, test: 1009.0, $multiple: 3.0 },
  date_range: { date_from: '2026-03-02T09:30:00+00:00', date_to: null, explicitDate: true },
};

describe('Exposures', () => {
  it('are counted by variant and day; who saw several variants stands apart', () => {
    assert.deepEqual(readExposures(recorded), {
      totals: new Map([
        ['control', 1041],
        ['test', 1009],
      ]),
      several: 3,
      series: [
        {
          variantKey: 'test',
          days: [
            { day: '2026-03-02', count: 0 },
            { day: '2026-03-03', count: 1009 },
          ],
        },
        {
          variantKey: 'control',
          days: [
            { day: '2026-03-02', count: 30 },
            { day: '2026-03-03', count: 1041 },
          ],
        },
      ],
      splitPValue: undefined,
      findings: undefined,
    });
  });

  it('come with a test of the split, since mid 2026, or with findings in its place', () => {
    const tested = readExposures({
      ...recorded,
      sample_ratio_mismatch: { expected: { control: 1025, test: 1025 }, p_value: 0.48 },
      bias_risk: null,
    });
    assert.equal(tested?.splitPValue, 0.48);
    const finding = { code: 'srm', severity: 'critical', title: 'The split is off', detail: null };
    const checked = readExposures({
      ...recorded,
      sample_ratio_mismatch: null,
      health_findings: [finding, 'odd'],
    });
    assert.equal(checked?.splitPValue, undefined);
    assert.deepEqual(checked?.findings, [
      { code: 'srm', severity: 'critical', title: 'The split is off', detail: undefined },
    ]);
  });

  it('are those of variants of any name', () => {
    const body: unknown = JSON.parse(
      '{"total_exposures":{"constructor":7,"__proto__":8,"toString":9},"timeseries":[]}',
    );
    assert.deepEqual(
      readExposures(body)?.totals,
      new Map([
        ['constructor', 7],
        ['__proto__', 8],
        ['toString', 9],
      ]),
    );
  });

  it('are none of several when the server names none, and none at all in another answer', () => {
    assert.equal(readExposures({ total_exposures: { control: 1 } })?.several, 0);
    for (const other of [
      null,
      undefined,
      'text',
      {},
      { total_exposures: null },
      { total_exposures: [] },
      { total_exposures: { a: '7' } },
    ]) {
      assert.equal(readExposures(other), undefined);
    }
  });
});
