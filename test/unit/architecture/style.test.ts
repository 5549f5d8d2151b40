import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { sourcesBelow, textOf } from './projectFiles';

const maxLines = 250;

/** What no source has, beside what the linter knows. */
const unwanted: Readonly<Record<string, RegExp>> = {
  'a default export': /^export default\b|\bas default\b/m,
  'an export from another file': /^export\s[^'"`;]*?from\s*['"]/m,
  'an enum': /^(?:export )?(?:const |declare )*enum\b/m,
  'a silenced compiler': /@ts-(?:ignore|expect-error|nocheck)/,
  'a silenced linter': /(?:ox|es)lint-disable/,
};

describe('Every source', () => {
  const sources = sourcesBelow('src', 'webview', 'test');

  it('was found', () => {
    assert.ok(sources.includes('src/extension.ts'));
    assert.ok(sources.length > 150, `${sources.length} sources`);
  });

  it(`has at most ${maxLines} lines`, () => {
    const long = sources.filter((path) => textOf(path).trimEnd().split('\n').length > maxLines);
    assert.deepEqual(long, []);
  });

  it('is called after its main export, in camel case', () => {
    const odd = sources.filter((path) => !/^[a-z][A-Za-z0-9]*(\.test)?\.ts$/.test(posix.basename(path)));
    assert.deepEqual(odd, []);
  });

  for (const [name, pattern] of Object.entries(unwanted)) {
    it(`does without ${name}`, () => {
      assert.deepEqual(
        sources.filter((path) => pattern.test(textOf(path))),
        [],
      );
    });
  }

  it('has its test where its own folder is mirrored', () => {
    const tests = sources.filter((path) => path.startsWith('test/unit/') && path.endsWith('.test.ts'));
    const folders = new Set(sources.map((path) => posix.dirname(path)));
    const lost = tests.filter((path) => {
      const folder = posix.dirname(path).replace(/^test\/unit\//, '');
      return folder !== 'architecture' && !folders.has(folder) && !folders.has(`src/${folder}`);
    });
    assert.deepEqual(lost, []);
  });
});
