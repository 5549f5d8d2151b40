import assert from 'node:assert/strict';
import { createIndexer, type TestIndex } from '../../support/testIndex';

const flags = `export const FLAG_NAV = 'new-nav';`;
const use = `import { FLAG_NAV } from './flags';\nposthog.isFeatureEnabled(FLAG_NAV);`;
const call = `posthog.isFeatureEnabled('new-nav');`;

/** `file:line key kind`, of all files. */
const said = async (index: TestIndex) => {
  await index.settled();
  return index.lines();
};

describe('The index', () => {
  it('finds what all files say together', async () => {
    const index = createIndexer({ 'flags.ts': flags, 'use.ts': use });
    assert.deepEqual(await said(index), ['flags.ts:1 new-nav definition', 'use.ts:2 new-nav use']);
    assert.equal(index.summary?.files, 2);
    assert.equal(index.summary?.namesPostHog, true);
  });

  it('follows a constant into the files that use it, and reads no file but the one that changed', async () => {
    const index = createIndexer({ 'flags.ts': flags, 'use.ts': use });
    await index.settled();
    index.reads.length = 0;
    index.write('flags.ts', flags.replace('new-nav', 'old-nav'));
    assert.deepEqual(await said(index), ['flags.ts:1 old-nav definition', 'use.ts:2 old-nav use']);
    assert.deepEqual(index.reads, ['flags.ts']);
  });

  it('follows what is created, renamed and deleted', async () => {
    const index = createIndexer({ 'a.ts': call });
    await index.settled();
    index.write('b.ts', call);
    assert.deepEqual(await said(index), ['a.ts:1 new-nav call', 'b.ts:1 new-nav call']);
    index.remove('a.ts');
    index.write('c.ts', call);
    assert.deepEqual(await said(index), ['b.ts:1 new-nav call', 'c.ts:1 new-nav call']);
  });

  it('forgets a folder that is deleted, and finds one that is moved here', async () => {
    const index = createIndexer({ 'src/a.ts': call, 'src/deep/b.ts': call, 'srcs.ts': call });
    await index.settled();
    index.remove('src/a.ts', 'src');
    index.remove('src/deep/b.ts', 'src');
    assert.deepEqual(await said(index), ['srcs.ts:1 new-nav call']);
    index.write('lib/c.ts', call, 'lib');
    assert.deepEqual(await said(index), ['lib/c.ts:1 new-nav call', 'srcs.ts:1 new-nav call']);
  });

  it('looks at everything when very much changed at once, and reads only what did', async () => {
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`f${at}.ts`, call]));
    const index = createIndexer(files);
    await index.settled();
    index.reads.length = 0;
    const paths = Object.keys(files);
    index.write('f7.ts', `${call}\n${call}`, ...paths.filter((path) => path !== 'f7.ts'));
    assert.equal((await said(index)).length, 401);
    assert.deepEqual(index.reads, ['f7.ts']);
  });

  it('takes what an editor holds for what is true, until the disk counts again', async () => {
    const index = createIndexer({ 'flags.ts': flags, 'use.ts': use });
    await index.settled();
    index.type('flags.ts', flags.replace('new-nav', 'typed'));
    assert.deepEqual(await said(index), ['flags.ts:1 typed definition', 'use.ts:2 typed use']);
    index.write('flags.ts', flags.replace('new-nav', 'by another program'));
    assert.deepEqual(await said(index), ['flags.ts:1 typed definition', 'use.ts:2 typed use']);
    index.write('flags.ts', flags.replace('new-nav', 'saved'));
    index.type('flags.ts', undefined);
    assert.deepEqual(await said(index), ['flags.ts:1 saved definition', 'use.ts:2 saved use']);
  });

  it('resolves anew with other names, and reads again only what has one of them', async () => {
    const index = createIndexer({ 'a.ts': `isOn('new-nav');`, 'b.ts': `isOff('new-nav');`, 'c.ts': call });
    assert.deepEqual(await said(index), ['c.ts:1 new-nav call']);
    index.reads.length = 0;
    index.configure({ names: { flagFunctions: ['isOn'], clientNames: [] } });
    assert.deepEqual(await said(index), ['a.ts:1 new-nav wrapper', 'c.ts:1 new-nav call']);
    assert.deepEqual(index.reads, ['a.ts']);
    index.configure({ names: { flagFunctions: [], clientNames: [] } });
    assert.deepEqual(await said(index), ['c.ts:1 new-nav call']);
    assert.deepEqual(index.reads, ['a.ts']);
  });

  it('reads the facts of files that matter only by what others say', async () => {
    const index = createIndexer({
      'keys.ts': `export const KEYS = { nav: 'new-nav' };`,
      'all.ts': `export * from './keys';`,
      'gate.ts': `import { KEYS } from './all';\nexport const isOn = (key: string) => posthog.isFeatureEnabled(key);\nisOn(KEYS.nav);`,
      'view.tsx': `import { isOn } from './gate';\nexport const show = () => isOn('old-nav');`,
      'other.ts': `export const nothing = call('of-interest');`,
    });
    const lines = await said(index);
    assert.deepEqual(
      lines.filter((line) => !line.includes('dynamic')),
      ['gate.ts:3 new-nav use', 'keys.ts:1 new-nav definition', 'view.tsx:2 old-nav wrapper'],
    );
    assert.equal(index.reads.filter((path) => path === 'other.ts').length, 1);
  });

  it('judges each file by the names of the nearest .posthog.json', async () => {
    const config = JSON.stringify({ additionalFlagFunctions: ['isOn'] });
    const index = createIndexer({
      'a.ts': `isOn('a');`,
      'web/b.ts': `isOn('b');`,
      'web/.posthog.json': config,
    });
    assert.deepEqual(await said(index), ['web/b.ts:1 b wrapper']);
    index.write('web/.posthog.json', '{}');
    assert.deepEqual(await said(index), []);
    index.write('.posthog.json', config);
    assert.deepEqual(await said(index), ['a.ts:1 a wrapper']);
    index.remove('web/.posthog.json');
    assert.deepEqual(await said(index), ['a.ts:1 a wrapper', 'web/b.ts:1 b wrapper']);
  });
});
