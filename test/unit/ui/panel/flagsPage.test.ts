import assert from 'node:assert/strict';
import { allFlags, type FlagsView, type FlagsWanted } from '../../../../src/shared/panelFlags';
import { createFlagsPage } from '../../../../src/ui/panel/flagsPage';
import { deferred, everythingSettled } from '../../support/deferred';
import { type Answer, queryOf, type Respond } from '../../support/fakeTransport';
import { anAccount } from '../../support/memoryAccounts';
import { openPanel } from '../../support/openPanel';
import { row, serveLists } from '../../support/wireLists';

const panelOf = (wanted: Partial<FlagsWanted> = {}) =>
  ({ kind: 'flags', accountId: 'ada', projectId: 42, wanted: { ...allFlags, ...wanted } }) as const;

const isFlags = (request: { readonly path: string }) => request.path.includes('/eligible_feature_flags/');

/** A project with so many flags, all on one experiment. */
const serving =
  (count: number): Respond =>
  (request, signal) => {
    if (!isFlags(request)) return serveLists([row(311)])(request, signal);
    const first = Number(queryOf(request)['offset']);
    const length = Math.max(0, Math.min(100, count - first));
    const results = Array.from({ length }, (_, index) => ({
      id: first + index,
      key: `flag-${first + index}`,
      tags: (first + index) % 50 === 0 ? ['beta'] : [],
      created_by: { id: 7, first_name: 'Grace' },
      experiment_set: [311],
    }));
    return { body: { count, results } };
  };

async function openFlags(wanted: Partial<FlagsWanted> = {}, count = 340) {
  const opened = await openPanel((doors) => createFlagsPage(panelOf(wanted), doors), serving(count));
  await opened.sessions.start();
  await everythingSettled();
  const asked = () => opened.transport.requests.filter(isFlags).map(queryOf);
  const show = async (change: Partial<FlagsWanted>, read = 'page') => {
    const { result, error } = await opened.ask('show', { wanted: { ...allFlags, ...change }, read });
    assert.equal(error, undefined);
    return (result as FlagsView).content;
  };
  return { ...opened, asked, show };
}

describe('The host of the page of flags', () => {
  it('reads what the restored page takes, and no more', async () => {
    const { ready, asked } = await openFlags({ page: 3, search: 'flag' });
    const { content } = (await ready()) as FlagsView;
    assert.deepEqual([content?.firstRow, content?.rows.length], [150, 50]);
    assert.deepEqual(
      asked().map(({ offset, search }) => [offset, search]),
      [
        ['0', 'flag'],
        ['100', 'flag'],
      ],
    );
  });

  it('names experiments and owners', async () => {
    const { show } = await openFlags();
    const content = await show({});
    assert.deepEqual(content?.rows[0]?.experiments, [{ id: 311, name: 'Number 311' }]);
    assert.deepEqual(content?.owners, [{ id: 7, name: 'Grace' }]);
  });

  it('asks PostHog for search, filters and order, and not for the tag', async () => {
    const { show, asked } = await openFlags();
    await show({
      search: 'pay',
      order: 'key',
      active: false,
      owner: { id: 7, name: 'Grace' },
      runtime: 'client',
      tag: 'beta',
    });
    assert.deepEqual(asked().at(-1), {
      search: 'pay',
      order: 'key',
      active: 'false',
      created_by_id: '7',
      evaluation_runtime: 'client',
      limit: '100',
      offset: '0',
    });
  });

  it('looks for a tag in what was read, a page more, or all', async () => {
    const { show } = await openFlags();
    const numbers = (content: FlagsView['content']) => [content?.matching, content?.read, content?.unread];
    assert.deepEqual(numbers(await show({ tag: 'beta' })), [2, 100, 240]);
    assert.deepEqual(numbers(await show({ tag: 'beta' }, 'more')), [4, 200, 140]);
    assert.deepEqual(numbers(await show({ tag: 'beta' }, 'all')), [7, 340, 0]);
  });

  it('shows what was searched for last, though the reply to an older search comes last', async () => {
    const gates = new Map<string | undefined, ReturnType<typeof deferred<Answer>>>();
    const { sessions, wire, ready } = await openPanel(
      (doors) => createFlagsPage(panelOf(), doors),
      (request, signal) => {
        const { search } = queryOf(request);
        if (!isFlags(request) || !search) return serving(3)(request, signal);
        const gate = deferred<Answer>();
        gates.set(search, gate);
        return gate.promise;
      },
    );
    await sessions.start();
    await ready();
    await everythingSettled();
    const before = wire.posted.length;
    for (const [place, search] of ['old', 'new'].entries()) {
      wire.ask(900 + place, 'show', { wanted: { ...allFlags, search }, read: 'page' });
      await everythingSettled();
    }
    for (const search of ['new', 'old']) {
      gates.get(search)?.resolve({ body: { count: 1, results: [{ id: 1, key: `of the ${search}` }] } });
      await everythingSettled();
    }
    const said = wire.posted.slice(before);
    const answered = new Set(said.flatMap((message) => (message.kind === 'response' ? message.id : [])));
    assert.deepEqual(answered, new Set([900, 901]));
    assert.match(JSON.stringify(said), /of the new/);
    assert.doesNotMatch(JSON.stringify(said), /of the old/);
  });

  it('tells of every page of a long reading', async () => {
    const { ready, show, changed } = await openFlags();
    await ready();
    await everythingSettled();
    await show({ tag: 'beta' }, 'all');
    const reads = changed().map((view) => (view as FlagsView).content?.read);
    assert.ok(reads.includes(200) && reads.includes(300), reads.join());
  });

  it('reads again on Refresh as far as it had read, and a long list by itself never', async () => {
    const { ready, ask, show, asked } = await openFlags();
    await show({ tag: 'beta' }, 'all');
    const before = asked().length;
    await ready();
    await everythingSettled();
    assert.equal(asked().length, before);
    await ask('refresh');
    assert.deepEqual(
      asked()
        .slice(before)
        .map(({ offset }) => offset),
      ['0', '100', '200', '300'],
    );
  });

  it('does for a row what the row offers', async () => {
    const { ask, doors } = await openFlags();
    const done = { result: { kind: 'done' } };
    assert.deepEqual(await ask('act', { action: 'useInExperiment', flagKey: 'flag-1' }), done);
    assert.deepEqual(await ask('act', { action: 'copyKey', flagKey: 'flag-1' }), done);
    assert.deepEqual(await ask('act', { action: 'openInPostHog', flagId: 1 }), done);
    assert.deepEqual(await ask('act', { action: 'openExperiment', experimentId: 311 }), done);
    assert.deepEqual(doors.deeds, [
      { run: 'createExperiment', argument: { existingFlagKey: 'flag-1' } },
      { copied: 'flag-1' },
      { opened: 'https://us.posthog.com/project/42/feature_flags/1' },
      { run: 'openExperiment', argument: { id: 311 } },
    ]);
  });

  it('reads again after an experiment was begun on a flag, and only then', async () => {
    const { ready, ask, asked, doors } = await openFlags();
    await ready();
    const before = asked().length;
    doors.outcome = { kind: 'cancelled' };
    await ask('act', { action: 'useInExperiment', flagKey: 'flag-1' });
    assert.equal(asked().length, before);
    doors.outcome = { kind: 'done' };
    await ask('act', { action: 'useInExperiment', flagKey: 'flag-1' });
    assert.equal(asked().length, before + 1);
  });

  it('does nothing that is not of the protocol', async () => {
    const { ask, doors } = await openFlags();
    const odd: [string, unknown][] = [
      ['act', { action: 'openInPostHog', flagId: '../../settings' }],
      ['act', { action: 'copyKey' }],
      ['act', { action: 'signOut' }],
      ['show', { wanted: { ...allFlags, order: 'id' }, read: 'page' }],
      ['show', { wanted: { ...allFlags, page: -1 }, read: 'page' }],
      ['show', { wanted: { ...allFlags, search: 'x'.repeat(401) }, read: 'page' }],
      ['show', { wanted: allFlags, read: 'everything' }],
    ];
    for (const [method, params] of odd) {
      assert.deepEqual(await ask(method, params), { error: 'The request was not understood.' });
    }
    assert.deepEqual(doors.deeds, []);
  });

  it('refuses everything while another project is open', async () => {
    const { accounts, sessions, ask, ready, doors } = await openFlags();
    await accounts.chooseProject(anAccount(), { id: 43, name: 'Other' });
    await sessions.start();
    assert.match((await ask('show', { wanted: allFlags, read: 'page' })).error ?? '', /^Another project/);
    assert.match((await ask('act', { action: 'copyKey', flagKey: 'a' })).error ?? '', /^Another project/);
    assert.equal((await ready()).trouble?.remedy, 'selectProject');
    assert.deepEqual(doors.deeds, []);
  });
});
