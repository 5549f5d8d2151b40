import assert from 'node:assert/strict';
import { readFlagSamples, readMarks } from '../support/flagSamples';

const kinds = new Set(['call', 'wrapper', 'component', 'use', 'definition']);

describe('The labelled samples', () => {
  it('mark a key, or a text that stands for one', () => {
    assert.deepEqual(readMarks("🦔 f('⟦call:a-b⟧');\n  f(⟦use:FLAGS.one=>key-1⟧);"), {
      text: "🦔 f('a-b');\n  f(FLAGS.one);",
      labels: [
        { line: 1, column: 6, key: 'a-b', kind: 'call' },
        { line: 2, column: 4, key: 'key-1', kind: 'use' },
      ],
    });
  });

  for (const { language, idiom, files, labels } of readFlagSamples()) {
    it(`are well formed: ${language}, ${idiom}`, () => {
      for (const [path, text] of files) assert.doesNotMatch(text, /[⟦⟧]/, path);
      for (const { kind, key } of labels) {
        assert.ok(kinds.has(kind), kind);
        assert.notEqual(key, '');
      }
    });
  }
});
