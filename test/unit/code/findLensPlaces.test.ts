import assert from 'node:assert/strict';
import { findLensPlaces } from '../../../src/code/findLensPlaces';
import type { Reference } from '../../../src/code/reference';

/** Each `<key>` of the text is a reference, `<=key>` one that defines it. */
function placesIn(marked: string): readonly string[] {
  const references: Reference[] = [];
  let text = '';
  for (const part of marked.split(/(<=?[a-z]+>)/)) {
    const [, equals, key] = /^<(=?)([a-z]+)>$/.exec(part) ?? [];
    if (key === undefined) text += part;
    else {
      const kind = equals === '=' ? 'definition' : 'call';
      references.push({ key, kind, start: text.length, end: text.length + key.length, call: undefined });
      text += key;
    }
  }
  return findLensPlaces(text, references).map(
    ({ key, start }) => `${key}:${text.slice(0, start).split('\n').length}`,
  );
}

describe('The places of lenses', () => {
  it('are the first calls of each flag in a function', () => {
    const text = `function a() {\n  if (x) {\n    is('<one>');\n  }\n  is('<one>');\n  is('<two>');\n}\nfunction b() {\n  is('<one>');\n}`;
    assert.deepEqual(placesIn(text), ['one:3', 'two:6', 'one:9']);
  });

  it('are one outside of all functions', () => {
    assert.deepEqual(placesIn(`is('<one>');\nif (x) {\n  is('<one>');\n}`), ['one:1']);
  });

  it('are one in each method and in each function of others', () => {
    const methods = `class A {\n  a(): void {\n    is('<one>');\n  }\n\n  b() {\n    is('<one>');\n    return () => {\n      is('<one>');\n    };\n  }\n}`;
    assert.deepEqual(placesIn(methods), ['one:3', 'one:7', 'one:9']);
  });

  it('are told by indentation where blocks have no brackets', () => {
    const text = `def a(self):\n    if is("<one>"):\n        is("<one>")\n    is("<one>")\n\ndef b():\n    is("<one>")\n`;
    assert.deepEqual(placesIn(text), ['one:2', 'one:7']);
    assert.deepEqual(
      placesIn(`def a\n  x unless is('<one>')\n  is('<one>')\nend\n\ndef b\n  is('<one>')\nend`),
      ['one:2', 'one:7'],
    );
  });

  it('are not where a key is only defined', () => {
    assert.deepEqual(placesIn(`const a = '<=one>';\nis('<one>');`), ['one:2']);
  });
});
