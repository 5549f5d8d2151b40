import assert from 'node:assert/strict';
import { findConcerns, findProblem } from '../../../../src/core/experiment/health';
import type { ExperimentDetail, HealthFinding } from '../../../../src/core/model/experiment';
import { aDetail, aFlag, anEnded, anExperiment } from '../../support/models';
import { counted, knownBy, nowMs, someResults } from '../../support/results';

const dayMs = 24 * 3_600_000;
const team = { rolloutPercent: 100, isCatchAll: false, forcedVariant: 'test' };
const everyone = { rolloutPercent: 100, isCatchAll: true, forcedVariant: undefined };
const off = aFlag({ active: false });

function words(detail: Partial<ExperimentDetail> = {}, counts = { control: 500, test: 500 }) {
  return findConcerns(knownBy(counted(counts, detail)), nowMs).map((concern) => concern.words);
}

describe('The health of an experiment', () => {
  it('is good where nothing is found', () => {
    assert.deepEqual(words(), []);
    assert.deepEqual(findConcerns({ experiment: anExperiment() }, nowMs), []);
    assert.equal(findProblem({ experiment: anExperiment() }, nowMs), undefined);
  });

  it('tells a flag that contradicts the state, from the row alone', () => {
    const [concern] = findConcerns({ experiment: anExperiment({ flag: off }) }, nowMs);
    assert.deepEqual(concern, {
      code: 'flag_off_while_running',
      topic: 'flag',
      severity: 'warning',
      words: 'flag off',
      sentence: 'The experiment runs but its flag is off: nobody is being exposed.',
    });
  });

  it('tells that there is no metric, once that is known', () => {
    const bare = { primaryMetrics: [], secondaryMetrics: [] };
    assert.deepEqual(words(bare), ['no metrics']);
    assert.deepEqual(findConcerns({ experiment: anExperiment() }, nowMs), []);
    const draft = aDetail({ ...bare, status: 'draft', startMs: undefined, flag: off });
    assert.deepEqual(findConcerns({ experiment: draft, detail: draft }, nowMs), []);
  });

  it('tells forced variants: of some as a note, of all as a warning, once it is over not at all', () => {
    const some = { flag: aFlag({ releaseConditions: [team, everyone] }) };
    const all = { flag: aFlag({ releaseConditions: [team] }) };
    assert.deepEqual(words(some), ['variants forced for some']);
    assert.deepEqual(words(all), ['variants forced']);
    assert.equal(findProblem(knownBy(someResults([{}], some)), nowMs), undefined);
    assert.equal(findProblem(knownBy(someResults([{}], all)), nowMs)?.words, 'variants forced');
    assert.deepEqual(
      findConcerns({ experiment: anEnded({ flag: { ...off, releaseConditions: [team] } }) }, nowMs),
      [],
    );
  });

  it('tells nothing of archived experiments', () => {
    const archived = anEnded({ archived: true, flag: aFlag() });
    assert.deepEqual(findConcerns(knownBy(counted({ control: 900, test: 100 }), archived), nowMs), []);
  });
});

describe('The health that users counted tell', () => {
  it('is a split that the flag does not explain', () => {
    const [concern] = findConcerns(knownBy(counted({ control: 5_165, test: 4_835 })), nowMs);
    assert.equal(concern?.words, 'split mismatch 51.6/48.4');
    assert.equal(
      concern?.sentence,
      'The split does not match the flag (p < 0.001): control 5,165 instead of 5,000, test 4,835 instead of 5,000.',
    );
    assert.deepEqual(words({}, { control: 5_164, test: 4_836 }), []);
  });

  it('is nobody at all, a day after the launch', () => {
    const none = { control: 0, test: 0 };
    assert.deepEqual(words({}, none), ['0 exposures']);
    assert.deepEqual(words({ startMs: nowMs - dayMs }, none), []);
    const [concern] = findConcerns(knownBy(counted(none, { startMs: nowMs - 3 * dayMs })), nowMs);
    assert.match(concern?.sentence ?? '', /^Nobody was counted in the 2 days since the launch/);
  });

  it('is one variant with nobody while others have many, and that instead of a split', () => {
    assert.deepEqual(words({}, { control: 50, test: 0 }), ['nobody in test']);
    assert.deepEqual(words({}, { control: 49, test: 0 }), []);
    assert.deepEqual(words({}, { control: 0, test: 9_000 }), ['nobody in control']);
    const variants = [
      { key: 'control', name: undefined, rolloutPercent: 100 },
      { key: 'test', name: undefined, rolloutPercent: 0 },
    ];
    assert.deepEqual(
      words({ variants, flag: aFlag({ releaseConditions: [] }) }, { control: 900, test: 0 }),
      [],
    );
    assert.deepEqual(words({ excludedVariants: ['test'] }, { control: 900, test: 0 }), []);
  });

  it('leaves out a variant that is newer than the results', () => {
    const variants = ['control', 'test', 'new'].map((key) => ({ key, name: undefined, rolloutPercent: 33 }));
    assert.deepEqual(words({ variants }, { control: 500, test: 500 }), []);
  });

  it('is not told where those counted are not the exposed', () => {
    assert.deepEqual(words({ onlyCountMaturedUsers: true }, { control: 900, test: 100 }), []);
    assert.deepEqual(words({ onlyCountMaturedUsers: true }, { control: 0, test: 0 }), []);
  });
});

describe("The server's own findings", () => {
  const finding = (parts: Partial<HealthFinding>): HealthFinding => ({
    code: 'no_metric',
    severity: 'warning',
    title: 'No metric',
    detail: 'Add a metric.',
    ...parts,
  });
  const reported = (findings: readonly HealthFinding[], detail: Partial<ExperimentDetail> = {}) =>
    findConcerns(knownBy(someResults([{}], { healthFindings: findings, ...detail })), nowMs);

  it('stand in the place of those made here', () => {
    const bare = { primaryMetrics: [], secondaryMetrics: [], flag: off };
    assert.deepEqual(reported([], bare), []);
    assert.deepEqual(reported([finding({})], bare), [
      {
        code: 'no_metric',
        topic: 'metrics',
        severity: 'warning',
        words: 'No metric',
        sentence: 'Add a metric.',
      },
    ]);
    assert.equal(reported([finding({ detail: undefined })])[0]?.sentence, 'No metric');
  });

  it('keep the few words there are for the state of a flag', () => {
    const [concern] = reported([finding({ code: 'flag_off_while_running', title: 'A long title' })], {
      flag: off,
    });
    assert.deepEqual([concern?.words, concern?.sentence], ['flag off', 'Add a metric.']);
  });

  it('come the gravest first, with what the counts tell among them', () => {
    const findings = [
      finding({ severity: 'info', title: 'c' }),
      finding({ severity: 'critical', title: 'a' }),
      finding({ title: 'b' }),
    ];
    const results = counted({ control: 900, test: 100 }, { healthFindings: findings });
    assert.deepEqual(
      findConcerns(knownBy(results), nowMs).map((concern) => concern.words),
      ['a', 'b', 'split mismatch 90.0/10.0', 'c'],
    );
  });

  it('say nothing of a deleted flag, so that it is told here', () => {
    const flag = aFlag({ deleted: true });
    assert.deepEqual(
      reported([], { flag }).map((concern) => concern.words),
      ['flag missing'],
    );
  });
});
