import assert from 'node:assert/strict';
import { call, createIndexer, flags, said, use } from '../../support/testIndex';

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
    const index = createIndexer({ 'a.ts': `isOn('old-nav');`, 'b.ts': `isOff('odd-nav');`, 'c.ts': call });
    assert.deepEqual(await said(index), ['c.ts:1 new-nav call']);
    index.reads.length = 0;
    index.configure({ names: { flagFunctions: ['isOn'], clientNames: [] } });
    assert.deepEqual(await said(index), ['a.ts:1 old-nav wrapper', 'c.ts:1 new-nav call']);
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

  it('reads what types that conform to one hold, and what fields for flags are set to', async () => {
    const index = createIndexer({
      'Reads.swift': `extension Experiment { var variant: Any? { PostHogSDK.shared.getFeatureFlag(key) } }`,
      'Nav.swift': `struct Nav: Experiment { let key = "new-nav" }`,
      'views.py': `from posthog.permissions import Gate\nfrom keys import TASKS\nclass View:\n    posthog_feature_flag = TASKS\n`,
      'keys.py': `TASKS = "new-tasks"\n`,
    });
    const keyed = (await said(index)).filter((line) => !line.includes('dynamic'));
    assert.deepEqual(keyed, [
      'Nav.swift:1 new-nav definition',
      'keys.py:1 new-tasks definition',
      'views.py:4 new-tasks use',
    ]);
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

  it('resolves the users of a constant anew that is called otherwise from now on, or is gone', async () => {
    const index = createIndexer({ 'flags.ts': flags, 'use.ts': use });
    await index.settled();
    index.reads.length = 0;
    index.write('flags.ts', flags.replace('FLAG_NAV', 'FLAG_MENU'));
    assert.deepEqual(await said(index), ['use.ts:2 undefined dynamic']);
    index.write('use.ts', use.replaceAll('FLAG_NAV', 'FLAG_MENU'));
    assert.deepEqual(await said(index), ['flags.ts:1 new-nav definition', 'use.ts:2 new-nav use']);
    assert.deepEqual(index.reads, ['flags.ts', 'use.ts']);
  });

  it('forgets what called a wrapper that is none any more, and finds it again', async () => {
    const gate = `export const isOn = (key: string) => posthog.isFeatureEnabled(key);`;
    const view = `import { isOn } from './gate';\nisOn('new-nav');`;
    const index = createIndexer({ 'gate.ts': gate, 'view.ts': view });
    const keyed = async () => (await said(index)).filter((line) => !line.includes('dynamic'));
    assert.deepEqual(await keyed(), ['view.ts:2 new-nav wrapper']);
    index.write('gate.ts', gate.replace('posthog.isFeatureEnabled(key)', 'key.length > 0'));
    assert.deepEqual(await keyed(), []);
    index.write('gate.ts', gate);
    assert.deepEqual(await keyed(), ['view.ts:2 new-nav wrapper']);
  });

  it('calls a wrapper by its name in each file that gives it on, also as its default', async () => {
    const index = createIndexer({
      'gate.ts': `export const isOn = (key: string) => posthog.isFeatureEnabled(key);`,
      'lib.ts': `import { isOn } from './gate';\nexport { isOn as canSee } from './gate';\nexport const shows = isOn;`,
      'a.ts': `import { canSee } from './lib';\ncanSee('a');`,
      'b.ts': `import { shows } from './lib';\nshows('b');`,
    });
    const keyed = (await said(index)).filter((line) => !line.includes('dynamic'));
    assert.deepEqual(keyed, ['a.ts:2 a wrapper', 'b.ts:2 b wrapper']);
  });

  it('follows a re-export to another file', async () => {
    const index = createIndexer({
      'old.ts': flags,
      'new.ts': flags.replace('new-nav', 'newer-nav'),
      'flags.ts': `export { FLAG_NAV } from './old';`,
      'use.ts': use,
    });
    assert.deepEqual(await said(index), ['old.ts:1 new-nav definition', 'use.ts:2 new-nav use']);
    index.write('flags.ts', `export { FLAG_NAV } from './new';`);
    assert.deepEqual(await said(index), ['new.ts:1 newer-nav definition', 'use.ts:2 newer-nav use']);
  });

  it('follows the paths of tsconfig.json, and reads no source for it', async () => {
    const paths = (target: string) =>
      JSON.stringify({ compilerOptions: { paths: { 'keys/*': [`./${target}/*`] } } });
    const index = createIndexer({
      'tsconfig.json': paths('old'),
      'old/flags.ts': flags,
      'new/flags.ts': flags.replace('new-nav', 'newer-nav'),
      'use.ts': use.replace('./flags', 'keys/flags'),
    });
    assert.deepEqual(await said(index), ['old/flags.ts:1 new-nav definition', 'use.ts:2 new-nav use']);
    index.reads.length = 0;
    index.write('tsconfig.json', paths('new'));
    assert.deepEqual(await said(index), ['new/flags.ts:1 newer-nav definition', 'use.ts:2 newer-nav use']);
    assert.equal(index.reads.filter((path) => path.endsWith('.ts')).length, 0);
  });

  it('takes what half of all code is called for nothing that matters', async () => {
    const index = createIndexer({
      'service.ts': `export class FlagService { get(key: string) { return posthog.getFeatureFlag(key); } }`,
      'user.ts': `class Nav { constructor(readonly flags: FlagService) {}\n on() { return this.flags.get('new-nav'); } }`,
      'other.ts': `const from = options.get('a');\nmap.get('b');`,
    });
    const keyed = (await said(index)).filter((line) => !line.includes('dynamic'));
    assert.deepEqual(keyed, ['user.ts:2 new-nav wrapper']);
    // Looked at once, and never whole.
    assert.equal(index.reads.filter((path) => path === 'other.ts').length, 1);
  });
});
