import assert from 'node:assert/strict';
import type { FileFacts } from '../../../../src/code/facts';
import { readFactsCache, writeFactsCache } from '../../../../src/code/index/factsCache';
import type { FileEntry } from '../../../../src/code/index/indexedFiles';
import { packWords, unpackWords } from '../../../../src/code/index/words';

const facts: FileFacts = {
  language: 'typescript',
  imports: [],
  exports: [],
  bindings: [],
  functions: [],
  calls: [],
  namesPostHog: true,
  vendors: [],
};
const words = Int32Array.from([1, -2, 2_147_483_647, -2_147_483_648]);
const entries = new Map<string, FileEntry>([
  [
    'a.ts',
    {
      bytes: 10,
      modifiedMs: 1_000,
      facts,
      lineStarts: Uint32Array.from([0, 4, 9]),
      isMinified: false,
      isRead: true,
      words: packWords(words),
    },
  ],
  [
    'b.ts',
    {
      bytes: 20,
      modifiedMs: 1_000,
      facts: undefined,
      lineStarts: undefined,
      isMinified: true,
      isRead: false,
      words: '',
    },
  ],
]);
const relevant = ['isOn', '/flags'];
const nowMs = 100_000;
const write = (finder = 'one') => `${[...writeFactsCache(finder, relevant, entries, nowMs)].join('\n')}\n`;

describe('The cache of facts', () => {
  it('gives back what it was given', () => {
    assert.deepEqual(readFactsCache('one', write()), { relevant, entries });
    assert.deepEqual(unpackWords(packWords(words)), words);
  });

  it('is of no use to another finder', () => {
    assert.equal(readFactsCache('two', write('one')).entries.size, 0);
  });

  it('is of no use when it was cut off or damaged anywhere', () => {
    const text = write();
    for (let length = 0; length < text.length; length++)
      assert.equal(readFactsCache('one', text.slice(0, length)).entries.size, 0, `cut at ${length}`);
    assert.equal(readFactsCache('one', text.replace('["b.ts",20', '["b.ts","20"')).entries.size, 0);
    assert.equal(readFactsCache('one', text.replace('["a.ts"', '{"a.ts"')).entries.size, 0);
    assert.equal(readFactsCache('one', text.replace('["isOn"', '[1')).entries.size, 0);
  });

  it('leaves out a file that may have changed after it was read without its time telling', () => {
    const lines = [...writeFactsCache('one', relevant, entries, 2_000)].join('\n');
    assert.equal(readFactsCache('one', `${lines}\n`).entries.size, 0);
  });
});
