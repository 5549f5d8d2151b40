import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import { answerOf, ask, lineOf, notFound } from '../../support/ask';
import type { Answer } from '../../support/fakeTransport';
import { experimentsByGeneration } from '../../support/generation/experiments';
import { never } from '../../support/openSession';

const ended = { end_date: '2026-03-09T10:00:00Z', status: 'stopped' };
const body = (generation: 'B' | 'D', parts: object): Answer => ({
  body: { ...experimentsByGeneration[generation].detail, ...ended, ...parts },
});
const archived = { archived: true };
const path = '/api/projects/42/experiments/311/';
const notAllowed: Answer = { status: 405, contentType: '', body: '' };

describe('Archiving', () => {
  it('is an action of its own on servers since spring 2026', async () => {
    const { requests, outcome } = await ask([body('D', archived)], ({ experiments }) =>
      experiments.archive(42, 311, never),
    );
    assert.deepEqual(requests.map(lineOf), [`POST ${path}archive/`]);
    assert.equal(requests[0]?.template, '/api/projects/:project/experiments/:id/archive/');
    assert.equal(outcome.status === 'fulfilled' && outcome.value.archived, true);
  });

  for (const [name, unknown] of [
    ['404', notFound],
    ['405', notAllowed],
  ] as const) {
    it(`is a patch where the action is not known (${name}), once the experiment is`, async () => {
      const answers = [unknown, body('B', {}), body('B', archived)];
      const { requests, outcome } = await ask(answers, ({ experiments }) =>
        experiments.archive(42, 311, never),
      );
      assert.deepEqual(requests.map(lineOf), [
        `POST ${path}archive/`,
        `GET ${path}`,
        `PATCH ${path} {"archived":true}`,
      ]);
      assert.equal(outcome.status === 'fulfilled' && outcome.value.archived, true);
    });
  }

  it('patches nothing that is not there', async () => {
    const { requests, outcome } = await ask([notFound, notFound], ({ experiments }) =>
      experiments.archive(42, 311, never),
    );
    assert.deepEqual(requests.map(lineOf), [`POST ${path}archive/`, `GET ${path}`]);
    assert.ok(outcome.status === 'rejected' && outcome.reason instanceof PostHogError);
    assert.equal(outcome.reason.kind, 'notFound');
  });

  it('keeps the rule that a patch would not check: only an ended experiment', async () => {
    const running = body('B', { end_date: null, status: undefined });
    const { requests, outcome } = await ask([notFound, running], ({ experiments }) =>
      experiments.archive(42, 311, never),
    );
    assert.equal(requests.length, 2);
    assert.ok(outcome.status === 'rejected' && outcome.reason instanceof PostHogError);
    assert.equal(outcome.reason.kind, 'invalid');
    assert.match(outcome.reason.details.serverMessage ?? '', /must be ended/);
  });

  it('takes the word of a server that knows the action', async () => {
    const detail = 'Experiment is already archived.';
    const refusal = {
      status: 400,
      body: { type: 'validation_error', code: 'invalid_input', detail, attr: null },
    };
    const { requests, outcome } = await ask([refusal], ({ experiments }) =>
      experiments.archive(42, 311, never),
    );
    assert.equal(requests.length, 1);
    assert.ok(outcome.status === 'rejected' && outcome.reason instanceof PostHogError);
    assert.equal(outcome.reason.details.serverMessage, detail);
  });
});

describe('Taking an experiment out of the archive', () => {
  it('is an action, else a patch whatever the state', async () => {
    const action = await ask([body('D', {})], ({ experiments }) => experiments.unarchive(42, 311, never));
    assert.deepEqual(action.requests.map(lineOf), [`POST ${path}unarchive/`]);
    const running = { ...archived, end_date: null };
    const answers = [notFound, body('B', running), body('B', { end_date: null })];
    const patch = await ask(answers, ({ experiments }) => experiments.unarchive(42, 311, never));
    assert.deepEqual(patch.requests.map(lineOf).slice(2), [`PATCH ${path} {"archived":false}`]);
  });

  it('answers with the experiment as it is now', async () => {
    const experiment = await answerOf([body('D', {})], ({ experiments }) =>
      experiments.unarchive(42, 311, never),
    );
    assert.equal(experiment.archived, false);
  });
});
