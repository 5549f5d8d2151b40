import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { createExposureCohort } from '../../../../src/core/useCase/createExposureCohort';
import type { Answer } from '../../support/fakeTransport';
import { openSession } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';

const lost = new PostHogError('timeout', { method: 'POST', template: '/' });
const made = { status: 201, body: { cohort: { id: 77, name: 'Users exposed', count: null } } };

/** @param cohortId what the experiment names after the request */
function openProject(answer: Answer, cohortId: number | null) {
  const open = openSession((request) =>
    request.method === 'POST' ? answer : { body: { ...wireDetail, exposure_cohort: cohortId } },
  );
  const posts = () => open.transport.requests.filter(({ method }) => method === 'POST').length;
  const known = () => {
    const detail = open.session.store.state.details.get(311);
    return detail?.state === 'ready' ? detail.value.exposureCohortId : undefined;
  };
  return { ...open, posts, known };
}

describe('Making an exposure cohort', () => {
  it('gives the cohort, and the experiment on screen names it', async () => {
    const { session, transport, known } = openProject(made, 77);
    assert.deepEqual(await createExposureCohort(session, 311), {
      id: 77,
      name: 'Users exposed',
      count: undefined,
    });
    assert.equal(known(), 77);
    assert.equal(
      transport.requests[0]?.path,
      '/api/projects/42/experiments/311/create_exposure_cohort_for_experiment/',
    );
  });

  it('is not sent twice when its answer is lost: the experiment tells', async () => {
    const found = openProject(lost, 77);
    assert.deepEqual(await createExposureCohort(found.session, 311), { id: 77, name: undefined });
    assert.equal(found.posts(), 1);
    const missing = openProject(lost, null);
    await assert.rejects(createExposureCohort(missing.session, 311), { kind: 'timeout' });
    assert.equal(missing.posts(), 1);
  });

  it('tells PostHog’s refusal', async () => {
    const detail = 'Experiment already has an exposure cohort';
    const { session } = openProject({ status: 400, body: { detail } }, 77);
    await assert.rejects(createExposureCohort(session, 311), {
      kind: 'invalid',
      message: /already has an exposure cohort/,
    });
  });
});
