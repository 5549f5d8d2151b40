import assert from 'node:assert/strict';
import { canBeWritten } from '../../../../src/core/editorView/canBeWritten';
import { defaultSeverities, findingCodes } from '../../../../src/core/editorView/finding';
import { textOf } from '../../architecture/projectFiles';
import { readManifest } from '../../architecture/readManifest';

describe('The codes of findings', () => {
  it('are those of the setting, as loud by default', () => {
    const { properties } = readManifest().contributes.configuration;
    assert.deepEqual(properties['experimentLens.diagnostics.severity']?.default, defaultSeverities);
  });

  it('are never louder than information by default', () => {
    for (const severity of Object.values(defaultSeverities)) assert.match(severity, /^(?:hint|information)$/);
  });

  it('each have a chapter of the documentation', () => {
    const chapters = [...textOf('docs/diagnostics.md').matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    for (const code of findingCodes) assert.ok(chapters.includes(code), code);
    const manifest = textOf('package.json');
    for (const code of findingCodes) assert.ok(manifest.includes(`"${code}": {`), code);
  });
});

describe('What goes between quotes', () => {
  for (const name of ['new-nav', 'a.b/c', 'Blue one', 'v2', 'a:b'])
    it(`may be ${name}`, () => assert.ok(canBeWritten(name)));
  for (const name of [
    "it's",
    'a"b',
    '${x}',
    '$x',
    'a\\',
    'a\nb',
    '`',
    '#{x}',
    '{x}',
    '',
    ' a',
    'a'.repeat(401),
    '<b>',
  ])
    it(`may not be ${JSON.stringify(name).slice(0, 20)}`, () => assert.ok(!canBeWritten(name)));
});
