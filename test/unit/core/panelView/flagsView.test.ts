import assert from 'node:assert/strict';
import { PostHogError } from '../../../../src/core/api/errors';
import type { ListedFlag } from '../../../../src/core/model/featureFlag';
import {
  flagQueryOf,
  flagsNeeded,
  type KnownFlags,
  toFlagsView,
} from '../../../../src/core/panelView/flagsView';
import type { FlagReading } from '../../../../src/core/store/store';
import { allFlags, type FlagsWanted } from '../../../../src/shared/panelFlags';
import { aListedFlag } from '../../support/models';

const flagsOf = (count: number, parts: (index: number) => Partial<ListedFlag> = () => ({})) =>
  Array.from({ length: count }, (_, index) =>
    aListedFlag({ id: index, key: `flag-${index}`, ...parts(index) }),
  );

const readingOf = (parts: Partial<FlagReading>): FlagReading => ({
  flags: [],
  count: parts.flags?.length ?? 0,
  nextOffset: undefined,
  unreadable: 0,
  source: 'eligible',
  ...parts,
});

function view(
  reading: Partial<FlagReading> | KnownFlags['reading'],
  wanted: Partial<FlagsWanted> = {},
  known: Partial<KnownFlags> = {},
) {
  const resource: KnownFlags['reading'] =
    reading && 'state' in reading
      ? reading
      : { state: 'ready', value: readingOf(reading ?? {}), loadedMs: 1000 };
  return toFlagsView(
    { kind: 'flags', accountId: 'ada', projectId: 42, wanted: { ...allFlags, ...wanted } },
    { projectName: 'Web', reading: resource, experimentNames: new Map(), owners: [], ...known },
    { hasWebApp: true, describeError: ({ kind }) => `failed: ${kind}.` },
  );
}

function contentOf(...args: Parameters<typeof view>) {
  const { content } = view(...args);
  assert.ok(content);
  return content;
}

describe('The page of flags', () => {
  it('tells everything of a flag', () => {
    const flag = aListedFlag({
      name: 'Button',
      active: true,
      ownerName: 'Ada',
      tags: ['beta'],
      experimentIds: [311, 999],
      createdMs: new Date(2026, 10, 2).getTime(),
      updatedMs: new Date(2026, 10, 3).getTime(),
      evaluationRuntime: 'all',
      rolloutPercent: 20,
    });
    const { rows } = contentOf({ flags: [flag] }, {}, { experimentNames: new Map([[311, 'Colour']]) });
    assert.deepEqual(rows, [
      {
        id: 901,
        key: 'checkout-button',
        name: 'Button',
        active: true,
        variants: [
          { key: 'control', rolloutPercent: 50 },
          { key: 'test', rolloutPercent: 50 },
        ],
        rolloutPercent: 20,
        owner: 'Ada',
        runtime: 'Client and server',
        tags: ['beta'],
        createdDay: '2 Nov 2026',
        changedDay: '3 Nov 2026',
        experiments: [
          { id: 311, name: 'Colour' },
          { id: 999, name: 'Experiment 999' },
        ],
      },
    ]);
  });

  it('does not call a flag changed on the day it was made', () => {
    const day = new Date(2026, 10, 2, 9).getTime();
    const [row] = contentOf({ flags: [aListedFlag({ createdMs: day, updatedMs: day + 3_600_000 })] }).rows;
    assert.deepEqual([row?.createdDay, row?.changedDay], ['2 Nov 2026', undefined]);
  });

  it('shows fifty at a time and never passes a part for the whole', () => {
    const reading = { flags: flagsOf(100), count: 340, nextOffset: 100 };
    const first = contentOf(reading);
    assert.deepEqual([first.rows.length, first.firstRow, first.rows[0]?.key], [50, 0, 'flag-0']);
    assert.deepEqual([first.matching, first.read, first.count, first.unread], [100, 100, 340, 240]);
    const second = contentOf(reading, { page: 1 });
    assert.deepEqual(
      [second.firstRow, second.rows[0]?.key, second.rows.at(-1)?.key],
      [50, 'flag-50', 'flag-99'],
    );
    assert.equal(contentOf({ flags: flagsOf(100) }).unread, 0);
  });

  it('turns to the last page there is where the wanted one is gone', () => {
    assert.equal(view({ flags: flagsOf(60) }, { page: 5 }).state.wanted.page, 1);
    assert.equal(view({ flags: [] }, { page: 5 }).state.wanted.page, 0);
    // A page that is yet to be read is there all the same.
    const open = { flags: flagsOf(100), count: 340, nextOffset: 100 };
    assert.equal(view(open, { page: 5 }).state.wanted.page, 5);
    assert.equal(view(open, { page: 9 }).state.wanted.page, 6);
  });

  it('looks for a tag among what was read, and says how much that was', () => {
    const flags = flagsOf(100, (index) => ({ tags: index % 40 === 0 ? ['beta'] : ['growth'] }));
    const found = contentOf({ flags, count: 340, nextOffset: 100 }, { tag: 'beta' });
    assert.deepEqual(
      found.rows.map(({ key }) => key),
      ['flag-0', 'flag-40', 'flag-80'],
    );
    assert.deepEqual([found.matching, found.read, found.unread], [3, 100, 240]);
    assert.deepEqual(found.tags, ['beta', 'growth']);
  });

  it('keeps what is filtered by among the choices, also where nothing has it', () => {
    const grace = { id: 7, name: 'Grace' };
    const ada = { id: 3, name: 'Ada' };
    const content = contentOf({ flags: [] }, { tag: 'gone', owner: grace }, { owners: [ada] });
    assert.deepEqual(content.tags, ['gone']);
    assert.deepEqual(content.owners, [ada, grace]);
    assert.deepEqual(contentOf({ flags: [] }, { owner: ada }, { owners: [ada] }).owners, [ada]);
  });

  it('names the scope that is missing', () => {
    const error = new PostHogError('forbidden', { method: 'GET', template: '/' });
    const { content, trouble } = view({ state: 'failed', error, previous: undefined });
    assert.equal(content, undefined);
    assert.equal(trouble?.sentence, 'Browsing flags needs the scope feature_flag:read. failed: forbidden.');
    const offline = new PostHogError('offline', { method: 'GET', template: '/' });
    assert.equal(
      view({ state: 'failed', error: offline, previous: undefined }).trouble?.sentence,
      'failed: offline.',
    );
  });
});

describe('What PostHog is asked for', () => {
  it('is what the user wants, without the tag it cannot filter by', () => {
    assert.deepEqual(flagQueryOf(allFlags), { order: '-created_at' });
    assert.deepEqual(
      flagQueryOf({
        search: '  button ',
        order: 'name',
        page: 3,
        active: false,
        owner: { id: 7, name: 'Grace' },
        runtime: 'server',
        tag: 'beta',
      }),
      { order: 'name', search: 'button', active: false, createdById: 7, evaluationRuntime: 'server' },
    );
  });

  it('reaches as far as the wanted page', () => {
    assert.equal(flagsNeeded(allFlags), 50);
    assert.equal(flagsNeeded({ ...allFlags, page: 2 }), 150);
    assert.equal(flagsNeeded({ ...allFlags, page: 2, tag: 'beta' }), 1);
  });
});
