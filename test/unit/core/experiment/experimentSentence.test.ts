import assert from 'node:assert/strict';
import { conclusionSentence } from '../../../../src/core/experiment/conclusionSentence';
import { experimentSentence } from '../../../../src/core/experiment/experimentSentence';
import type { Experiment, ExperimentDetail } from '../../../../src/core/model/experiment';
import type { MetricOutcome } from '../../../../src/core/model/latestResults';
import type { VariantResult } from '../../../../src/core/model/metricResult';
import { aDraft, aFlag, aMetric, anEnded, aResult, aSample } from '../../support/models';
import { knownBy, nowMs, planOf, someResults } from '../../support/results';

const win = { significant: true, interval: [0.045, 0.2084], chanceToWin: 0.9991 } as const;
const loss = { significant: true, interval: [-0.1553, -0.0145], chanceToWin: 0.009 } as const;
const lead = { significant: false, interval: [-0.0721, 0.238], chanceToWin: 0.853 } as const;
const few = { interval: undefined, samples: 32, validationFailures: ['not-enough-exposures'] } as const;

const outcome = (
  name: string,
  variants: readonly Partial<VariantResult>[],
  parts: Partial<MetricOutcome> = {},
): Partial<MetricOutcome> => ({
  metric: aMetric({ uuid: name, name }),
  result: aResult(...variants),
  ...parts,
});

function sentence(
  outcomes: readonly Partial<MetricOutcome>[],
  detail: Partial<ExperimentDetail> = {},
  row: Partial<Experiment> = {},
): string | undefined {
  return experimentSentence(knownBy(someResults(outcomes, detail), row), nowMs);
}

describe('What an experiment says', () => {
  const texts: readonly [string, string | undefined][] = [
    [
      'test won on Purchase: +12.67% [4.50%, 20.84%] vs control, > 99.9% chance to win. Target sample reached.',
      sentence([outcome('Purchase', [win])], planOf(2_050)),
    ],
    [
      'test won on Purchase: +12.67% [4.50%, 20.84%] vs control, > 99.9% chance to win. Early: 50% of the planned sample.',
      sentence([outcome('Purchase', [win])], planOf(4_100)),
    ],
    [
      'test lost on Purchase: −8.49% [−15.53%, −1.45%] vs control, 0.90% chance to win.',
      sentence([outcome('Purchase', [loss])]),
    ],
    [
      'test won on Purchase: +11.40% [−1.32%, 24.12%] vs control, 96.0% chance to win. ' +
        'Borderline: the interval still includes no difference.',
      sentence([
        outcome('Purchase', [{ significant: true, interval: [-0.0132, 0.2412], chanceToWin: 0.96 }]),
      ]),
    ],
    [
      'Too early to call. test is 8.29% higher than control on Purchase; the data are compatible with −7.21% to +23.80%.',
      sentence([outcome('Purchase', [lead])], planOf(4_100)),
    ],
    [
      'No clear difference on Purchase: the data are compatible with −7.21% to +23.80%.',
      sentence([outcome('Purchase', [lead])]),
    ],
    [
      'No clear difference on Purchase: the data are compatible with −7.21% to +23.80%. Other variants: 2 not significant.',
      sentence([
        outcome('Purchase', [lead, { ...lead, key: 'b', interval: [-0.1, 0.1] }, { ...few, key: 'c' }]),
      ]),
    ],
    [
      'Not enough data: 32 of 50 exposures (test).',
      sentence([{ result: { ...aResult(few), baseline: aSample({ samples: 41 }) } }]),
    ],
    [
      'Purchase could not be computed.',
      sentence([outcome('Purchase', [], { result: undefined, error: 'x' })]),
    ],
    [
      '1 of 3 primary won · 2 not significant.',
      sentence([outcome('A', [win]), outcome('B', [lead]), outcome('C', [lead])]),
    ],
    [
      '1 of 3 primary lost · 1 failed · 1 not computed. Early: 50% of the planned sample.',
      sentence(
        [
          outcome('A', [loss]),
          outcome('B', [], { result: undefined, error: 'Timeout' }),
          outcome('C', [], { result: undefined }),
        ],
        planOf(4_100),
      ),
    ],
    ['Mixed: test won on A and lost on B.', sentence([outcome('A', [win]), outcome('B', [loss])])],
    ['Mixed: test won on A and b lost on A.', sentence([outcome('A', [win, { ...loss, key: 'b' }])])],
    ['Draft, not launched. No results yet.', experimentSentence({ experiment: aDraft() }, nowMs)],
  ];
  for (const [text, said] of texts) it(`is "${text}"`, () => assert.equal(said, text));

  it('stays readable whatever the names are, and keeps its numbers', () => {
    const long = 'n'.repeat(400);
    const said = sentence([outcome(long, [{ ...win, key: `v${long}` }])]) ?? '';
    assert.ok(said.length < 300, said);
    assert.match(said, /^vn+… won on n+…: \+12\.67% \[4\.50%, 20\.84%\] vs control/);
  });

  it('counts secondary metrics among nothing', () => {
    const secondary = outcome('B', [loss], { role: 'secondary' });
    assert.match(sentence([outcome('A', [win]), secondary]) ?? '', /^test won on A/);
  });

  it('begins with what is wrong, and says no verdict beside it', () => {
    const said = sentence([outcome('Purchase', [win])], {}, { flag: aFlag({ active: false }) });
    assert.match(said ?? '', /^Do not read yet: The experiment runs but its flag is off/);
    assert.doesNotMatch(said ?? '', /won/);
  });

  it('says since when nobody was counted', () => {
    const nobody = { baseline: aSample({ samples: 0 }), variants: [] };
    const startMs = nowMs - 3 * 3_600_000;
    assert.equal(sentence([{ result: nobody }], { startMs }), 'No exposures yet (3 h).');
  });

  it('is nothing while nothing was read', () => {
    assert.equal(experimentSentence({ experiment: knownBy(someResults()).experiment }, nowMs), undefined);
  });

  it('keeps an early result out of sight where that is wanted, and no other', () => {
    const hidden = (plan: number | undefined, parts: Partial<ExperimentDetail> = {}) =>
      experimentSentence(
        {
          ...knownBy(someResults([outcome('Purchase', [win])], { ...planOf(plan), ...parts })),
          hidesEarly: true,
        },
        nowMs,
      );
    assert.equal(hidden(4_100), 'Result hidden until target, 50% so far.');
    assert.equal(hidden(undefined, { startMs: nowMs - 86_400_000 }), 'Result hidden in the first week.');
    assert.match(hidden(2_000) ?? '', /^test won/);
    assert.match(hidden(4_100, { endMs: nowMs - 1 }) ?? '', /^Ended/);
  });
});

describe('What was concluded', () => {
  const ended = (conclusion: string | undefined, ...outcomes: Partial<MetricOutcome>[]) =>
    conclusionSentence({ conclusion }, someResults(outcomes));

  it('is repeated', () => {
    assert.equal(ended('won', outcome('Purchase', [win])), 'Recorded as won.');
    assert.equal(ended('stopped_early', outcome('Purchase', [win])), 'Recorded as stopped early.');
    assert.equal(conclusionSentence({ conclusion: 'lost' }, undefined), 'Recorded as lost.');
  });

  it('is never invented', () => {
    assert.equal(ended(undefined, outcome('Purchase', [win])), 'Ended, no conclusion recorded.');
    const known = knownBy(someResults([outcome('Purchase', [win])], anEnded()));
    assert.match(
      experimentSentence(known, nowMs) ?? '',
      /^Ended, no conclusion recorded\. test won on Purchase/,
    );
  });

  it('stands beside what the results say where that is something else', () => {
    const contradictions: readonly [string, string][] = [
      [ended('won', outcome('Purchase', [lead])), 'Purchase was not significant at the end'],
      [ended('won', outcome('Purchase', [few])), 'Purchase had not enough data at the end'],
      [ended('won', outcome('Purchase', [loss])), 'test lost on Purchase at the end'],
      [ended('lost', outcome('Purchase', [win])), 'test won on Purchase at the end'],
      [ended('inconclusive', outcome('Purchase', [win])), 'test won on Purchase at the end'],
      [
        ended('won', outcome('A', [lead]), outcome('B', [lead])),
        'no primary metric was significant at the end',
      ],
    ];
    for (const [said, end] of contradictions) assert.ok(said.endsWith(`; ${end}.`), said);
  });

  it('is not contradicted by what was not computed', () => {
    assert.equal(ended('won', outcome('Purchase', [], { result: undefined })), 'Recorded as won.');
    assert.equal(ended('inconclusive', outcome('Purchase', [lead])), 'Recorded as inconclusive.');
  });
});
