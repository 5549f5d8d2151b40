import assert from 'node:assert/strict';
import { findReferences } from '../../../src/code/findReferences';
import { Project } from '../../../src/code/project';
import { readFacts } from '../../../src/code/readFacts';

const keys = new Set(['known-key']);

function found(text: string, language = 'typescript', project = new Project()): string[] {
  return findReferences(text, language, 'file.ts', project).map(
    ({ kind, key, start, end }) => `${kind} ${key ?? '?'} ${text.slice(start, end)}`,
  );
}

describe('References in a document', () => {
  it('are found by the call and what it is called on, without any keys', () => {
    const text = `import posthog from 'posthog-js';\nif (posthog.isFeatureEnabled('a-key')) posthog.capture('event');`;
    assert.deepEqual(found(text), ['call a-key a-key']);
  });

  it('leave out another vendor who calls it the same', () => {
    const text = `import { LDClient } from 'launchdarkly-js';\nconst client = new LDClient();\nclient.getFeatureFlag('theirs');`;
    assert.deepEqual(found(text), []);
  });

  it('are found by known keys where nothing else is known of the call', () => {
    const project = new Project([], { knownKeys: keys });
    assert.deepEqual(found(`decide('known-key', 'no-key');\n// decide('known-key')`, 'typescript', project), [
      'wrapper known-key known-key',
    ]);
    assert.deepEqual(found(`decide('known-key');`), []);
  });

  it('are found at functions that the settings name', () => {
    const project = new Project([], { flagFunctions: ['decide'] });
    assert.deepEqual(found(`decide('any-key');`, 'typescript', project), ['wrapper any-key any-key']);
  });

  it('are found at clients that the settings name', () => {
    const text = `analytics.isFeatureEnabled('any-key');`;
    assert.deepEqual(found(text), []);
    assert.deepEqual(found(text, 'typescript', new Project([], { clientNames: ['analytics'] })), [
      'call any-key any-key',
    ]);
  });

  it('say the source of a key that only the running program knows', () => {
    const text = `posthog.getFeatureFlag(names[at]);`;
    assert.deepEqual(
      findReferences(text, 'typescript', 'file.ts', new Project()).map(({ kind, key, text: source }) => [
        kind,
        key,
        source,
      ]),
      [['dynamic', undefined, 'names[at]']],
    );
  });

  it('know constants and functions of other files, and change with them', () => {
    const flags = (key: string) =>
      readFacts(`export const FLAGS = { nav: '${key}' } as const;`, 'typescript');
    const own = readFacts(
      `import posthog from 'posthog-js';\nexport const isOn = (key: string) => posthog.isFeatureEnabled(key);`,
      'typescript',
    );
    const first = flags('old-nav');
    const second = flags('new-nav');
    assert.ok(first && second && own);
    const project = new Project([
      ['flags.ts', first],
      ['own.ts', own],
    ]);
    const text = `import { FLAGS } from './flags';\nimport { isOn } from './own';\nisOn(FLAGS.nav);`;
    assert.deepEqual(found(text, 'typescript', project), ['use old-nav FLAGS.nav']);
    project.set('flags.ts', second);
    assert.deepEqual(found(text, 'typescript', project), ['use new-nav FLAGS.nav']);
    project.delete('own.ts');
    assert.deepEqual(found(text, 'typescript', project), []);
  });

  it('are the same with the context alone as with the whole project', () => {
    const facts = (text: string) => readFacts(text, 'typescript');
    const files = Object.entries({
      'flags.ts': `export const FLAGS = { nav: 'nav-key', menu: 'menu-key' };`,
      'index.ts': `export * from './flags';\nexport { isOn as enabled } from './own';`,
      'own.ts': `export function isOn(key: string) { return posthog.isFeatureEnabled(key); }`,
      'page.ts': `import { enabled, FLAGS } from './index';\nenabled(FLAGS.nav);`,
    }).flatMap(([path, text]) => {
      const read = facts(text);
      return read ? [[path, read] as const] : [];
    });
    const whole = new Project(files);
    const context = new Project(JSON.parse(JSON.stringify([...whole.contextFiles()])));
    for (const [path, read] of files) {
      assert.deepEqual(context.referencesOf(path, read), whole.referencesIn(path), path);
    }
    assert.deepEqual(
      whole.referencesIn('flags.ts').map(({ key }) => key),
      ['nav-key', 'menu-key'],
    );
  });
});
