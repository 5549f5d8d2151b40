import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { listKey, parseList } from '../../../../src/core/store/listStorage';
import { lastLoaded } from '../../../../src/core/store/resource';
import { refreshExperiments } from '../../../../src/core/useCase/refreshExperiments';
import {
  createExperiment,
  duplicateExperiment,
  setArchived,
} from '../../../../src/core/useCase/writeExperiment';
import { queryOf, type Answer, type Respond } from '../../support/fakeTransport';
import { never, openSession } from '../../support/openSession';
import { wireDetail, wireListItem } from '../../support/wireExperiments';

const serve =
  (write: () => Answer): Respond =>
  (request) => {
    if (request.method !== 'GET') return write();
    const results = queryOf(request)['archived'] === 'true' ? [] : [wireListItem];
    return { body: { count: results.length, next: null, results } };
  };

async function openWithList(write: () => Answer) {
  const open = openSession(serve(write));
  await refreshExperiments(open.session, never);
  const writes = () => open.transport.requests.filter((request) => request.method !== 'GET');
  return { ...open, writes };
}

describe('A write', () => {
  it('of a new experiment sends name and flag key alone', async () => {
    const { session, writes } = await openWithList(() => ({ status: 201, body: { ...wireDetail, id: 9 } }));
    const made = await createExperiment(session, { name: 'New', flagKey: 'new' });
    assert.equal(made.id, 9);
    assert.deepEqual(writes(), [
      {
        method: 'POST',
        path: '/api/projects/42/experiments/',
        template: '/api/projects/:project/experiments/',
        body: { name: 'New', feature_flag_key: 'new' },
      },
    ]);
  });

  it('of a new experiment sends variants in the form that every server understands', async () => {
    const { session, writes } = await openWithList(() => ({ status: 201, body: { ...wireDetail, id: 9 } }));
    const variants = [
      { key: 'control', rolloutPercent: 34 },
      { key: 'a', rolloutPercent: 66 },
    ];
    await createExperiment(session, { name: 'New', flagKey: 'new', variants });
    assert.deepEqual(writes()[0]?.body, {
      name: 'New',
      feature_flag_key: 'new',
      parameters: {
        feature_flag_variants: [
          { key: 'control', rollout_percentage: 34 },
          { key: 'a', rollout_percentage: 66 },
        ],
      },
    });
  });

  it('of a copy always sends a flag key of its own', async () => {
    const { session, writes } = await openWithList(() => ({ status: 201, body: { ...wireDetail, id: 9 } }));
    await duplicateExperiment(session, 311, { flagKey: 'copy' });
    await duplicateExperiment(session, 311, { flagKey: 'copy', name: 'Copy' });
    assert.deepEqual(
      writes().map(({ path, body }) => [path, body]),
      [
        ['/api/projects/42/experiments/311/duplicate/', { feature_flag_key: 'copy' }],
        ['/api/projects/42/experiments/311/duplicate/', { feature_flag_key: 'copy', name: 'Copy' }],
      ],
    );
  });

  it('of the archive sends nothing but that', async () => {
    const { session, writes } = await openWithList(() => ({ body: { ...wireDetail, archived: true } }));
    await setArchived(session, 311, true);
    await setArchived(session, 311, false);
    assert.deepEqual(
      writes().map(({ method, path, body }) => [method, path, body]),
      [
        ['POST', '/api/projects/42/experiments/311/archive/', undefined],
        ['POST', '/api/projects/42/experiments/311/unarchive/', undefined],
      ],
    );
  });

  it('puts the answer in the place of what was known, in list and details', async () => {
    const { session, clock } = await openWithList(() => ({
      body: { ...wireDetail, archived: true, name: 'From the server' },
    }));
    const listedMs = clock.now();
    clock.advance(1000);
    await setArchived(session, 311, true);
    const { list, details } = session.store.state;
    const experiments = lastLoaded(list)?.value.experiments;
    assert.deepEqual(
      experiments?.map(({ name, archived }) => [name, archived]),
      [['From the server', true]],
    );
    assert.equal(lastLoaded(list)?.loadedMs, listedMs);
    assert.equal(lastLoaded(details.get(311))?.value, experiments?.[0]);
    assert.equal(lastLoaded(details.get(311))?.loadedMs, clock.now());
  });

  it('puts a new experiment first', async () => {
    const { session } = await openWithList(() => ({ status: 201, body: { ...wireDetail, id: 9 } }));
    await duplicateExperiment(session, 311, { flagKey: 'copy' });
    assert.deepEqual(
      lastLoaded(session.store.state.list)?.value.experiments.map(({ id }) => id),
      [9, 311],
    );
  });

  it('is kept for the next start, beside what was listed before', async () => {
    const answer = { ...wireDetail, id: 9, name: 'New' };
    const { session, storage } = await openWithList(() => ({ status: 201, body: answer }));
    await createExperiment(session, { name: 'New', flagKey: 'new' });
    const kept = parseList(await storage.read(listKey('ada', 42)));
    assert.deepEqual(
      kept?.value.experiments.map(({ name }) => name),
      ['New', wireListItem.name],
    );
    assert.equal(kept?.loadedMs, lastLoaded(session.store.state.list)?.loadedMs);
  });

  it('keeps no list where none is known: one experiment does not pass for all', async () => {
    const { session, storage } = openSession(serve(() => ({ status: 201, body: { ...wireDetail, id: 9 } })));
    await createExperiment(session, { name: 'New', flagKey: 'new' });
    assert.equal(storage.texts.size, 0);
  });

  const failures: Record<string, Answer> = {
    refused: { status: 400, body: { detail: 'No.', code: 'invalid_input', attr: 'key' } },
    forbidden: { status: 403, body: { detail: 'No.' } },
    conflicting: { status: 409, body: { detail: 'No.', change_request_id: '1' } },
    throttled: { status: 429, body: { detail: 'Expected available in 3 seconds.' } },
    broken: { status: 500, body: {} },
    unreadable: { body: { created: true } },
    lost: new PostHogError('timeout', { method: 'POST', template: '/' }),
    offline: new PostHogError('offline', { method: 'POST', template: '/' }),
  };
  for (const [name, answer] of Object.entries(failures)) {
    it(`that is ${name} rejects, changes nothing and is not repeated`, async () => {
      const { session, writes } = await openWithList(() => answer);
      const before = session.store.state;
      await assert.rejects(createExperiment(session, { name: 'New', flagKey: 'new' }), PostHogError);
      await assert.rejects(duplicateExperiment(session, 311, { flagKey: 'copy' }), PostHogError);
      await assert.rejects(setArchived(session, 311, true), PostHogError);
      assert.equal(session.store.state, before);
      assert.equal(writes().length, 3);
    });
  }

  it('is sent for each who wants it: writes never join', async () => {
    const { session, writes } = await openWithList(() => ({ body: wireDetail }));
    await Promise.all([setArchived(session, 311, true), setArchived(session, 311, true)]);
    assert.equal(writes().length, 2);
  });

  it('is cancelled when the session is over', async () => {
    const { session } = await openWithList(() => ({ body: wireDetail }));
    session.dispose();
    await assert.rejects(setArchived(session, 311, true), { kind: 'cancelled' });
  });
});
