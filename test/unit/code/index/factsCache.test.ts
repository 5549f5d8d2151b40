import assert from 'node:assert/strict';
import type { FileFacts } from '../../../../src/code/facts';
import { readFactsCache, writeFactsCache } from '../../../../src/code/index/factsCache';
import type { FileEntry } from '../../../../src/code/index/indexedFiles';

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
const entries = new Map<string, FileEntry>([
  [
    'a.ts',
    { bytes: 10, modifiedMs: 1_000, facts, lineStarts: Uint32Array.from([0, 4, 9]), isMinified: false },
  ],
  ['b.ts', { bytes: 20, modifiedMs: 1_000, facts: undefined, lineStarts: undefined, isMinified: true }],
]);
const nowMs = 100_000;
const write = (finder = 'one') => `${[...writeFactsCache(finder, entries, nowMs)].join('\n')}\n`;

describe('The cache of facts', () => {
  it('gives back what it was given', () => {
    assert.deepEqual(readFactsCache('one', write()), entries);
  });

  it('is of no use to another finder', () => {
    assert.equal(readFactsCache('two', write('one')).size, 0);
  });

  it('is of no use when it was cut off or damaged anywhere', () => {
    const text = write();
    for (let length = 0; length < text.length; length++)
      assert.equal(readFactsCache('one', text.slice(0, length)).size, 0, `cut at ${length}`);
    assert.equal(readFactsCache('one', text.replace('["b.ts",20', '["b.ts","20"')).size, 0);
    assert.equal(readFactsCache('one', text.replace('["a.ts"', '{"a.ts"')).size, 0);
  });

  it('leaves out a file that may have changed after it was read without its time telling', () => {
    const lines = [...writeFactsCache('one', entries, 2_000)].join('\n');
    assert.equal(readFactsCache('one', `${lines}\n`).size, 0);
  });
});
