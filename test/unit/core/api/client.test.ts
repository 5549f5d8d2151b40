import assert from 'node:assert/strict';
import { createApiCaller } from '../../../../src/core/api/caller';
import { PostHogClient } from '../../../../src/core/api/client';
import type { ApiRequest } from '../../../../src/core/api/transport';
import { FakeTransport, pathOf, queryOf } from '../../support/fakeTransport';
import { never } from '../../support/openSession';
import { wireDetail, wireListItem } from '../../support/wireExperiments';
import { wireSeries } from '../../support/wireTimeseries';

async function requestsOf(
  body: unknown,
  use: (client: PostHogClient) => Promise<unknown>,
): Promise<{ readonly requests: readonly ApiRequest[]; readonly answer: unknown }> {
  const transport = new FakeTransport([{ body }]);
  const client = new PostHogClient(createApiCaller(transport));
  const answer = await use(client);
  return { requests: transport.requests, answer };
}

const page = (...results: unknown[]) => ({ count: results.length, next: null, results });
const firstPage = '?limit=100&offset=0';
const experiments = '/api/projects/:project/experiments/';

describe('The PostHog client', () => {
  const cases: readonly {
    readonly method: string;
    readonly answer: unknown;
    readonly use: (client: PostHogClient) => Promise<unknown>;
    readonly request: ApiRequest;
  }[] = [
    {
      method: 'currentKey',
      answer: { scopes: ['*'] },
      use: (client) => client.account.currentKey(never),
      request: {
        method: 'GET',
        path: '/api/personal_api_keys/@current/',
        template: '/api/personal_api_keys/@current/',
      },
    },
    {
      method: 'currentUser',
      answer: { email: 'ada@example.com' },
      use: (client) => client.account.currentUser(never),
      request: { method: 'GET', path: '/api/users/@me/', template: '/api/users/@me/' },
    },
    {
      method: 'listProjects of an organization',
      answer: page({ id: 42, name: 'Web' }),
      use: (client) => client.account.listProjects('o/1', never),
      request: {
        method: 'GET',
        path: `/api/organizations/o%2F1/projects/${firstPage}`,
        template: '/api/organizations/:organization/projects/',
      },
    },
    {
      method: 'listProjects of the current organization',
      answer: page({ id: 42, name: 'Web' }),
      use: (client) => client.account.listProjects(undefined, never),
      request: { method: 'GET', path: `/api/projects/${firstPage}`, template: '/api/projects/' },
    },
    {
      method: 'retrieveProject',
      answer: { id: 42, name: 'Web' },
      use: (client) => client.account.retrieveProject(42, never),
      request: { method: 'GET', path: '/api/projects/42/', template: '/api/projects/:project/' },
    },
    {
      method: 'listExperiments',
      answer: page(wireListItem),
      use: (client) => client.experiments.list(42, {}, never),
      request: { method: 'GET', path: `/api/projects/42/experiments/${firstPage}`, template: experiments },
    },
    {
      method: 'retrieveExperiment',
      answer: wireDetail,
      use: (client) => client.experiments.retrieve(42, 311, never),
      request: {
        method: 'GET',
        path: '/api/projects/42/experiments/311/',
        template: `${experiments}:id/`,
      },
    },
    {
      method: 'createExperiment',
      answer: wireDetail,
      use: (client) => client.experiments.create(42, { name: 'New', feature_flag_key: 'new' }, never),
      request: {
        method: 'POST',
        path: '/api/projects/42/experiments/',
        template: experiments,
        body: { name: 'New', feature_flag_key: 'new' },
      },
    },
    {
      method: 'updateExperiment',
      answer: wireDetail,
      use: (client) => client.experiments.update(42, 311, { archived: true }, never),
      request: {
        method: 'PATCH',
        path: '/api/projects/42/experiments/311/',
        template: `${experiments}:id/`,
        body: { archived: true },
      },
    },
    {
      method: 'duplicateExperiment',
      answer: wireDetail,
      use: (client) => client.experiments.duplicate(42, 311, { feature_flag_key: 'copy' }, never),
      request: {
        method: 'POST',
        path: '/api/projects/42/experiments/311/duplicate/',
        template: `${experiments}:id/duplicate/`,
        body: { feature_flag_key: 'copy' },
      },
    },
  ];

  for (const { method, answer, use, request } of cases) {
    it(`asks one endpoint once: ${method}`, async () => {
      assert.deepEqual((await requestsOf(answer, use)).requests, [request]);
    });
  }

  it('lists archived experiments only when asked for them', async () => {
    const { requests, answer } = await requestsOf(
      page({ ...wireListItem, archived: true }, { odd: true }),
      (client) => client.experiments.list(42, { archived: true }, never),
    );
    assert.deepEqual(requests.map(queryOf), [{ archived: 'true', limit: '100', offset: '0' }]);
    const { rows, dropped } = answer as { rows: readonly { id: number }[]; dropped: number };
    assert.deepEqual(
      rows.map(({ id }) => id),
      [311],
    );
    assert.equal(dropped, 1);
  });

  it('asks for daily results by metric and fingerprint, escaped', async () => {
    const metric = { uuid: 'a b&c', fingerprint: 'ä=1' };
    const { requests } = await requestsOf(wireSeries, (client) =>
      client.results.timeseries(42, 311, metric, never),
    );
    const [request] = requests;
    assert.ok(request);
    assert.equal(request.method, 'GET');
    assert.equal(pathOf(request), '/api/projects/42/experiments/311/timeseries_results/');
    assert.deepEqual(queryOf(request), { metric_uuid: 'a b&c', fingerprint: 'ä=1' });
    assert.equal(request.template, `${experiments}:id/timeseries_results/`);
    assert.equal(request.body, undefined);
  });

  it('rejects a list that is none', async () => {
    for (const body of [[wireListItem], wireListItem, {}, { results: null }]) {
      await assert.rejects(
        requestsOf(body, (client) => client.experiments.list(42, {}, never)),
        {
          kind: 'badResponse',
          details: { method: 'GET', template: experiments, status: 200, code: 'results' },
        },
      );
    }
  });
});
