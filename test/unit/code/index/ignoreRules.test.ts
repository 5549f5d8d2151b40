import assert from 'node:assert/strict';
import { isIgnored, withIgnoreFile } from '../../../../src/code/index/ignoreRules';

const inRoot = (text: string) => withIgnoreFile(undefined, '/w', text);
const ignores = (text: string, path: string, isFolder = false) =>
  isIgnored(inRoot(text), `/w/${path}`, isFolder);

describe('What .gitignore says', () => {
  it('holds for a name at any depth, and for a path from its folder only', () => {
    assert.equal(ignores('*.gen.ts', 'a/b/x.gen.ts'), true);
    assert.equal(ignores('secret', 'a/secret'), true);
    assert.equal(ignores('/secret', 'a/secret'), false);
    assert.equal(ignores('a/secret', 'a/secret'), true);
    assert.equal(ignores('a/secret', 'b/a/secret'), false);
  });

  it('tells folders from files where a slash ends the pattern', () => {
    assert.equal(ignores('logs/', 'logs', true), true);
    assert.equal(ignores('logs/', 'logs', false), false);
  });

  it('lets the last pattern decide, so that an exclamation mark takes back', () => {
    assert.equal(ignores('*.ts\n!keep.ts', 'keep.ts'), false);
    assert.equal(ignores('!keep.ts\n*.ts', 'keep.ts'), true);
  });

  it('lets the deepest file decide', () => {
    const nested = withIgnoreFile(inRoot('*.ts\ndocs/'), '/w/a', '!*.ts');
    assert.equal(isIgnored(nested, '/w/a/x.ts', false), false);
    assert.equal(isIgnored(nested, '/w/a/docs', true), true);
    assert.equal(isIgnored(nested, '/w/a/x.js', false), false);
  });

  it('knows stars within a folder, across folders, and below one', () => {
    assert.equal(ignores('a/*/c.ts', 'a/b/c.ts'), true);
    assert.equal(ignores('a/*/c.ts', 'a/b/b/c.ts'), false);
    assert.equal(ignores('a/**/c.ts', 'a/c.ts'), true);
    assert.equal(ignores('a/**/c.ts', 'a/b/b/c.ts'), true);
    assert.equal(ignores('**/c.ts', 'a/b/c.ts'), true);
    assert.equal(ignores('a/**', 'a/b/c.ts'), true);
    assert.equal(ignores('a/**', 'a', true), false);
  });

  it('knows sets, question marks, escapes, comments and spaces at the end', () => {
    assert.equal(ignores('[a-c].ts', 'b.ts'), true);
    assert.equal(ignores('[!a-c].ts', 'b.ts'), false);
    assert.equal(ignores('?.ts', 'ab.ts'), false);
    assert.equal(ignores('\\#x', '#x'), true);
    assert.equal(ignores('# x', '# x'), false);
    assert.equal(ignores('\\!x', '!x'), true);
    assert.equal(ignores('x   ', 'x'), true);
    assert.equal(ignores('x\\ ', 'x '), true);
  });

  it('takes nothing from a pattern that means nothing', () => {
    for (const text of ['', '/', '[z-a]', '[', '!', '\r\n']) assert.equal(ignores(text, 'a.ts'), false, text);
  });
});
