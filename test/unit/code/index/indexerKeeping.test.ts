import assert from 'node:assert/strict';
import { call, createIndexer, flags, said, use } from '../../support/testIndex';

const files = { 'flags.ts': flags, 'use.ts': use, 'other.ts': 'nothing();' };
const found = ['flags.ts:1 new-nav definition', 'use.ts:2 new-nav use'];

const left = async () => {
  const index = createIndexer(files);
  index.askContext();
  await index.settled();
  return index.leave();
};

describe('An index that begins where another one ended', () => {
  it('tells the same without reading any file, when nothing changed', async () => {
    const index = createIndexer(files, { left: await left() });
    index.askContext();
    assert.deepEqual(await said(index), found);
    assert.deepEqual(index.reads, []);
    assert.deepEqual(index.contextPaths, ['0/flags.ts']);
    assert.equal(index.summary?.namesPostHog, true);
    assert.deepEqual(index.leave().results, (await left()).results);
  });

  it('does not believe what was told when it was made of something else', async () => {
    const { facts, results } = await left();
    assert.ok(results);
    const wrong = { ...results, references: [], namesPostHog: false };
    const isBelieved = async (changed: Readonly<Record<string, string>>, options = results.options) => {
      const index = createIndexer(
        { ...files, ...changed },
        { left: { facts, results: { ...wrong, options } } },
      );
      for (const [path, text] of Object.entries(changed)) index.write(path, text);
      return (await said(index)).length === 0;
    };
    assert.equal(await isBelieved({}), true);
    assert.equal(await isBelieved({ 'other.ts': 'nothing() || 1;' }), true, 'a file that says nothing');
    assert.equal(await isBelieved({ 'use.ts': use }), true, 'written anew, but the same');
    assert.equal(await isBelieved({ 'use.ts': `\n${use}` }), false);
    assert.equal(await isBelieved({ 'new.ts': call }), false);
    assert.equal(await isBelieved({}, 'other options'), false);
  });

  it('resolves anew what an editor holds, what is gone, and with other keys', async () => {
    const typing = createIndexer(files, { left: await left() });
    typing.type('flags.ts', flags.replace('new-nav', 'typed'));
    assert.deepEqual(await said(typing), ['flags.ts:1 typed definition', 'use.ts:2 typed use']);
    assert.equal(typing.leave().results, undefined);
    const without = createIndexer({ 'use.ts': use }, { left: await left() });
    assert.deepEqual(await said(without), ['use.ts:2 undefined dynamic']);
    const withKeys = createIndexer({ ...files, 'keyed.ts': `read('odd-key');` }, { left: await left() });
    withKeys.configure({ keys: ['odd-key'] });
    assert.deepEqual(await said(withKeys), [...found, 'keyed.ts:1 odd-key wrapper'].toSorted());
  });

  it('follows changes from there', async () => {
    const index = createIndexer(files, { left: await left() });
    await index.settled();
    index.write('flags.ts', flags.replace('new-nav', 'old-nav'));
    assert.deepEqual(await said(index), ['flags.ts:1 old-nav definition', 'use.ts:2 old-nav use']);
    index.write('flags.ts', flags);
    assert.deepEqual(await said(index), found);
  });
});
