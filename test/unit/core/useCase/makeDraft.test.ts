import assert from 'node:assert/strict';
import { PostHogError, type PostHogErrorKind } from '../../../../src/core/api/errors';
import { makeDraft } from '../../../../src/core/useCase/makeDraft';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import { anExperiment } from '../../support/models';
import { never, openSession } from '../../support/openSession';
import { wireDetail } from '../../support/wireExperiments';
import { namesOf, row, serveLists } from '../../support/wireLists';

const failure = (kind: PostHogErrorKind) => new PostHogError(kind, { method: 'POST', template: '/' });

/** A project with one experiment; what `made` adds is there once the request was sent. */
async function openProject(made: readonly unknown[] = []) {
  const project = { open: [row(1, { feature_flag_key: 'old' })] as readonly unknown[], isAway: false };
  const { session } = openSession((request, signal) => {
    if (project.isAway) return failure('offline');
    if (request.path.endsWith('/experiments/9/')) {
      return { body: { ...wireDetail, id: 9, name: 'New', feature_flag_key: 'new' } };
    }
    return serveLists(project.open)(request, signal);
  });
  await refreshExperiments(session, never);
  let sent = 0;
  const send = (error: PostHogError) => () => {
    sent++;
    project.open = [...project.open, ...made];
    return Promise.reject(error);
  };
  return { session, project, send, sentTimes: () => sent };
}

describe('Making a draft', () => {
  it('gives what PostHog answered', async () => {
    const { session } = await openProject();
    const experiment = anExperiment({ id: 9 });
    assert.deepEqual(await makeDraft(session, 'new', async () => experiment), { kind: 'made', experiment });
  });

  for (const kind of ['timeout', 'offline', 'server', 'badResponse'] as const) {
    it(`finds what was made although the answer was lost (${kind}), and sends nothing twice`, async () => {
      const { session, send, sentTimes } = await openProject([row(9, { feature_flag_key: 'new' })]);
      const draft = await makeDraft(session, 'new', send(failure(kind)));
      assert.ok(draft.kind === 'found');
      assert.equal(draft.experiment.id, 9);
      assert.equal(sentTimes(), 1);
      assert.deepEqual(namesOf(session), ['New', 'Number 1'], 'it is not in the list on screen');
    });
  }

  it('fails when nothing was made', async () => {
    const { session, send } = await openProject();
    await assert.rejects(makeDraft(session, 'new', send(failure('timeout'))), { kind: 'timeout' });
  });

  it('does not take an experiment that was there before for the new one', async () => {
    const { session, send } = await openProject();
    await assert.rejects(makeDraft(session, 'old', send(failure('timeout'))), { kind: 'timeout' });
  });

  it('says that it does not know when the list cannot be read either', async () => {
    const { session, project, send } = await openProject();
    project.isAway = true;
    const draft = await makeDraft(session, 'new', send(failure('timeout')));
    assert.ok(draft.kind === 'unknown');
    assert.equal(draft.error.kind, 'timeout');
  });

  it('asks nothing after a refusal: PostHog made nothing', async () => {
    for (const kind of ['invalid', 'forbidden', 'unauthorized', 'rateLimited', 'notFound'] as const) {
      const { session, project, send } = await openProject();
      project.isAway = true;
      await assert.rejects(makeDraft(session, 'new', send(failure(kind))), { kind });
    }
  });
});
