import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogClient } from '../../../../src/core/api/client';
import { PostHogError } from '../../../../src/core/api/errors';
import { logExchanges } from '../../../../src/core/api/logExchanges';
import { FakeTransport, type Answer } from '../../support/fakeTransport';
import { never } from '../../support/openSession';
import { RecordingLogger } from '../../support/recordingLogger';

const secret = 'phx_topsecret';
const person = '018c0000-aaaa';

/** Every way the client can be asked, with a secret in each place that a caller fills in. */
const calls: readonly ((client: PostHogClient) => Promise<unknown>)[] = [
  ({ account }) => account.currentKey(never),
  ({ account }) => account.currentUser(never),
  ({ account }) => account.listProjects(secret, never),
  ({ account }) => account.retrieveProject(42, never),
  ({ experiments }) => experiments.list(42, { search: secret, event: secret, tags: [secret] }, never),
  ({ experiments }) => experiments.retrieve(42, 311, never),
  ({ experiments }) => experiments.create(42, { name: secret, feature_flag_key: secret }, never),
  ({ experiments }) => experiments.update(42, 311, { description: secret }, never),
  ({ experiments }) => experiments.duplicate(42, 311, { feature_flag_key: secret, name: secret }, never),
  ({ experiments }) => experiments.delete(42, 311, never),
  ({ experiments }) => experiments.restore(42, 311, never),
  ({ experiments }) => experiments.archive(42, 311, never),
  ({ experiments }) => experiments.unarchive(42, 311, never),
  ({ experiments }) => experiments.createExposureCohort(42, 311, never),
  ({ experiments }) => experiments.stats(42, never),
  ({ experiments }) =>
    experiments.requiresFlagImplementation(42, { events: [secret], actionIds: [3] }, never),
  ({ experiments }) => experiments.eligibleFlags(42, { search: secret }, never),
  ({ experiments }) => experiments.activity(42, 311, never),
  ({ results }) => results.timeseries(42, 311, { uuid: secret, fingerprint: secret }, never),
  ({ results }) =>
    results.recalculateTimeseries(42, 311, { metric: { name: secret }, fingerprint: secret }, never),
  ({ results }) => results.latestRecalculation(42, 311, never),
  ({ results }) => results.startRecalculation(42, 311, never),
  ({ results }) =>
    results.startQuery(42, { kind: 'ExperimentQuery', experiment_id: 311, metric: { name: secret } }, never),
  ({ results }) => results.pollQuery(42, secret, never),
  ({ results }) => results.cancelQuery(42, secret, never),
  ({ flags }) => flags.list(42, { search: secret }, never),
  ({ flags }) => flags.page(42, { search: secret, limit: 1, offset: 0 }, never),
  ({ flags }) => flags.find(42, secret, never),
  ({ flags }) => flags.retrieve(42, 901, never),
  ({ flags }) => flags.update(42, 901, { filters: { secret } }, never),
  ({ catalog }) => catalog.eventDefinitions(42, secret, never),
  ({ catalog }) => catalog.savedMetrics(42, never),
  ({ catalog }) => catalog.holdouts(42, never),
];

/** Answers that carry secrets where a careless reader would pick them up. */
const leaking = { token: secret, headers: { Authorization: `Bearer ${secret}` }, distinct_id: person };
const answers: readonly Answer[] = [
  { body: leaking },
  { body: [leaking] },
  { body: { ...leaking, id: secret, results: secret, scopes: [{ secret }] } },
  { body: secret },
  { contentType: 'text/html', body: `<pre>Authorization: Bearer ${secret}</pre>` },
  ...[400, 401, 403, 404, 405, 409, 429, 500, 502].flatMap((status) => [
    { status, body: { ...leaking, detail: 'No.', extra: leaking } },
    { status, contentType: 'text/html', body: `<pre>${secret} ${person}</pre>` },
    { status, contentType: 'application/json', body: secret },
  ]),
];

describe('A secret', () => {
  it('reaches no log line and no error, whichever way it comes in', async () => {
    const logger = new RecordingLogger();
    let asked = 0;
    for (const answer of answers) {
      for (const call of calls) {
        const transport = new FakeTransport(() => answer);
        const client = new PostHogClient(createApiCaller(logExchanges(transport, logger)));
        const failure: unknown = await call(client).then(
          () => undefined,
          (error: unknown) => error,
        );
        asked += transport.requests.length;
        if (failure === undefined) continue;
        assert.ok(failure instanceof PostHogError);
        for (const text of waysToPrint(failure)) assertClean(text);
      }
    }
    assert.equal(logger.lines.length, asked);
    assert.ok(asked >= answers.length * calls.length, 'each call asked');
    for (const line of logger.lines) {
      assertClean(line);
      assert.match(line, /^(GET|POST|PATCH|DELETE) \/api\/[a-z_@/:]+ \d{3} \d+ ms, try 1$/);
    }
  });
});

function waysToPrint(error: PostHogError): readonly string[] {
  return [
    String(error),
    error.message,
    error.stack ?? '',
    JSON.stringify(error),
    JSON.stringify(error.details),
    inspect(error, { depth: 10, showHidden: true }),
  ];
}

function assertClean(text: string): void {
  assert.ok(!text.includes(secret), `no secret in: ${text}`);
  assert.ok(!text.includes(person), `nobody's id in: ${text}`);
}
