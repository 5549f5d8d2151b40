import assert from 'node:assert/strict';
import type { PostHogClient } from '../../../../src/core/api/client';
import { answerOf, ask, lineOf } from '../../support/ask';
import type { Answer } from '../../support/fakeTransport';
import { wireCohort, wireStats } from '../../support/generation/answers';
import { purchaseMetric } from '../../support/generation/experiments';
import { never } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';

const all = '/api/projects/:project/experiments/';
const one = `${all}:id/`;
const experiment: Answer = { body: wireDetail };

/** Method, address, body and template of everything that is asked of a server in one or the other way. */
const cases: readonly {
  readonly what: string;
  readonly answer: Answer;
  readonly use: (experiments: PostHogClient['experiments']) => Promise<unknown>;
  readonly line: string;
  readonly template: string;
}[] = [
  {
    what: 'retrieves',
    answer: experiment,
    use: (experiments) => experiments.retrieve(42, 311, never),
    line: 'GET /api/projects/42/experiments/311/',
    template: one,
  },
  {
    what: 'creates with nothing but what must be',
    answer: { ...experiment, status: 201 },
    use: (experiments) => experiments.create(42, { name: 'New', feature_flag_key: 'new' }, never),
    line: 'POST /api/projects/42/experiments/ {"name":"New","feature_flag_key":"new"}',
    template: all,
  },
  {
    what: 'creates with metrics of events that PostHog has not seen yet',
    answer: { ...experiment, status: 201 },
    use: (experiments) =>
      experiments.create(
        42,
        {
          name: 'New',
          feature_flag_key: 'new',
          metrics: [{ kind: 'ExperimentMetric', uuid: 'u' }],
          saved_metrics_ids: [{ id: 9, metadata: { type: 'secondary' } }],
          allow_unknown_events: true,
        },
        never,
      ),
    line:
      'POST /api/projects/42/experiments/ {"name":"New","feature_flag_key":"new",' +
      '"metrics":[{"kind":"ExperimentMetric","uuid":"u"}],' +
      '"saved_metrics_ids":[{"id":9,"metadata":{"type":"secondary"}}],"allow_unknown_events":true}',
    template: all,
  },
  {
    what: 'updates what changed and nothing else',
    answer: experiment,
    use: (experiments) =>
      experiments.update(42, 311, { end_date: '2026-03-09T10:00:00Z', conclusion: null }, never),
    line: 'PATCH /api/projects/42/experiments/311/ {"end_date":"2026-03-09T10:00:00Z","conclusion":null}',
    template: one,
  },
  {
    what: 'updates with the version that was read and the base of the change',
    answer: experiment,
    use: (experiments) =>
      experiments.update(
        42,
        311,
        { metrics: [purchaseMetric], version: 3, original_experiment: { metrics: [] } },
        never,
      ),
    line: `PATCH /api/projects/42/experiments/311/ {"metrics":[${JSON.stringify(purchaseMetric)}],"version":3,"original_experiment":{"metrics":[]}}`,
    template: one,
  },
  {
    what: 'deletes softly: PostHog has no DELETE',
    answer: experiment,
    use: (experiments) => experiments.delete(42, 311, never),
    line: 'PATCH /api/projects/42/experiments/311/ {"deleted":true}',
    template: one,
  },
  {
    what: 'restores',
    answer: experiment,
    use: (experiments) => experiments.restore(42, 311, never),
    line: 'PATCH /api/projects/42/experiments/311/ {"deleted":false}',
    template: one,
  },
  {
    what: 'duplicates onto a flag of its own',
    answer: { ...experiment, status: 201 },
    use: (experiments) => experiments.duplicate(42, 311, { feature_flag_key: 'copy', name: 'Copy' }, never),
    line: 'POST /api/projects/42/experiments/311/duplicate/ {"feature_flag_key":"copy","name":"Copy"}',
    template: `${one}duplicate/`,
  },
  {
    what: 'makes a cohort of the exposed, without a body',
    answer: { status: 201, body: wireCohort },
    use: (experiments) => experiments.createExposureCohort(42, 311, never),
    line: 'POST /api/projects/42/experiments/311/create_exposure_cohort_for_experiment/',
    template: `${one}create_exposure_cohort_for_experiment/`,
  },
  {
    what: 'reads the figures of the project',
    answer: { body: wireStats },
    use: (experiments) => experiments.stats(42, never),
    line: 'GET /api/projects/42/experiments/stats/',
    template: `${all}stats/`,
  },
  {
    what: 'asks whether flags reach the events, which travel as JSON in the query',
    answer: { body: { result: true } },
    use: (experiments) =>
      experiments.requiresFlagImplementation(42, { events: ['sign up', 'buy'], actionIds: [3] }, never),
    line:
      'GET /api/projects/42/experiments/requires_flag_implementation/' +
      '?events=[{"id":"sign up","type":"events"},{"id":"buy","type":"events"}]&actions=[{"id":3,"type":"actions"}]',
    template: `${all}requires_flag_implementation/`,
  },
  {
    what: 'asks for events alone where there are no actions',
    answer: { body: { result: false } },
    use: (experiments) =>
      experiments.requiresFlagImplementation(42, { events: ['buy'], actionIds: [] }, never),
    line: 'GET /api/projects/42/experiments/requires_flag_implementation/?events=[{"id":"buy","type":"events"}]',
    template: `${all}requires_flag_implementation/`,
  },
];

describe('Experiments', () => {
  for (const { what, answer, use, line, template } of cases) {
    it(`are asked for with one request that ${what}`, async () => {
      const { requests, outcome } = await ask([answer], (client) => use(client.experiments));
      assert.deepEqual(requests.map(lineOf), [line]);
      assert.equal(requests[0]?.template, template);
      assert.equal(outcome.status, 'fulfilled');
    });
  }

  it('answer with the experiment as the server has it now', async () => {
    const renamed = { ...wireDetail, name: 'Renamed' };
    const answer = await answerOf([{ body: renamed }], ({ experiments }) =>
      experiments.update(42, 311, { name: 'Renamed' }, never),
    );
    assert.equal(answer.name, 'Renamed');
  });

  it('say nothing of one that was deleted, whatever the answer looks like', async () => {
    const answer = await answerOf([{ body: { deleted: true } }], ({ experiments }) =>
      experiments.delete(42, 311, never),
    );
    assert.equal(answer, undefined);
  });

  it('have a cohort whose members are yet to be counted', async () => {
    const make = (body: unknown) =>
      answerOf([{ status: 201, body }], ({ experiments }) =>
        experiments.createExposureCohort(42, 311, never),
      );
    assert.deepEqual(await make(wireCohort), { id: 88, name: wireCohort.cohort.name, count: undefined });
    assert.deepEqual(await make({ cohort: { id: 88, count: 7 } }), { id: 88, name: 'Cohort 88', count: 7 });
  });

  it('have figures', async () => {
    assert.deepEqual(
      await answerOf([{ body: wireStats }], ({ experiments }) => experiments.stats(42, never)),
      {
        launchedLast30Days: 4,
        launchedPrevious30Days: 2,
        percentChange: 100,
        active: 3,
        completedLast30Days: 1,
      },
    );
  });

  it('need flags in the code, or do not', async () => {
    for (const result of [true, false]) {
      const uses = { events: [], actionIds: [] };
      const answer = await answerOf([{ body: { result } }], ({ experiments }) =>
        experiments.requiresFlagImplementation(42, uses, never),
      );
      assert.equal(answer, result);
    }
  });
});
