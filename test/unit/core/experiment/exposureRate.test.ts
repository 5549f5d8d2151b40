import assert from 'node:assert/strict';
import { daysLeftText, exposuresPerDay, findDaysLeft } from '../../../../src/core/experiment/exposureRate';
import { anEnded, anExperiment } from '../../support/models';

const dayMs = 24 * 3_600_000;
const startMs = Date.UTC(2026, 2, 2);
const experiment = anExperiment({ startMs });
const left = (samples: number, target: number, days: number, status = experiment.status) =>
  findDaysLeft({ ...experiment, status }, { samples, target }, startMs + days * dayMs);

describe('The days left', () => {
  it('follow from the rate since the launch', () => {
    assert.equal(left(5_000, 10_000, 9), 9);
    assert.equal(left(5_000, 5_001, 9), 1);
  });

  it('are none once the target is reached, whatever the status', () => {
    assert.equal(left(10_000, 10_000, 9), 0);
    assert.equal(left(10_000, 10_000, 9, 'stopped'), 0);
  });

  it('are not told in the first day nor below a hundred users', () => {
    assert.equal(left(5_000, 10_000, 0.99), 'pending');
    assert.equal(left(5_000, 10_000, 1), 1);
    assert.equal(left(99, 10_000, 5), 'pending');
    assert.equal(typeof left(100, 10_000, 5), 'number');
  });

  it('are unknown where nobody new comes', () => {
    assert.equal(left(5_000, 10_000, 9, 'paused'), undefined);
    assert.equal(left(5_000, 10_000, 9, 'exposure_frozen'), undefined);
    assert.equal(left(5_000, 10_000, 9, 'stopped'), undefined);
    assert.equal(
      findDaysLeft({ ...experiment, startMs: undefined }, { samples: 5, target: 9 }, 0),
      undefined,
    );
  });

  it('read as words', () => {
    assert.deepEqual([0, 1, 1_234].map(daysLeftText), ['target reached', '~1 day left', '~1,234 days left']);
    assert.equal(daysLeftText('pending'), 'too early to say how long it takes');
    assert.equal(daysLeftText(undefined), '');
  });
});

describe('The rate of exposures', () => {
  it('is unknown in the first hours and before the launch', () => {
    assert.equal(exposuresPerDay(experiment, 50, startMs + 0.09 * dayMs), undefined);
    assert.equal(exposuresPerDay(experiment, 50, startMs + 0.5 * dayMs), 100);
    assert.equal(exposuresPerDay({ startMs: undefined, endMs: undefined }, 50, startMs), undefined);
  });

  it('counts the days until the end', () => {
    const ended = anEnded({ startMs, endMs: startMs + 10 * dayMs });
    assert.equal(exposuresPerDay(ended, 1_000, startMs + 50 * dayMs), 100);
  });
});
