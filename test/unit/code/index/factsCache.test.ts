import assert from 'node:assert/strict';
import type { FileFacts } from '../../../../src/code/facts';
import { readFactsCache, writeFactsCache } from '../../../../src/code/index/factsCache';
import type { FileEntry } from '../../../../src/code/index/indexedFiles';
import { Said } from '../../../../src/code/index/said';
import { packWords, unpackWords } from '../../../../src/code/index/words';

const facts: FileFacts = {
  language: 'typescript',
  imports: [],
  exports: [],
  bindings: [],
  functions: [],
  calls: [],
  namesPostHog: true,
  vendors: ['ключ'],
};
const words = Int32Array.from([1, -2, 2_147_483_647, -2_147_483_648]);
const entries = new Map<string, FileEntry>([
  [
    'a.ts',
    {
      bytes: 10,
      modifiedMs: 1_000,
      said: Said.of(facts, Uint32Array.from([0, 4, 9])),
      isMinified: false,
      isRead: true,
      words,
    },
  ],
  [
    'b.ts',
    {
      bytes: 20,
      modifiedMs: 1_000,
      said: undefined,
      isMinified: true,
      isRead: false,
      words: new Int32Array(0),
    },
  ],
]);
const relevant = ['isOn', '/flags', 'ключ'];
const nowMs = 100_000;
const write = () => [...writeFactsCache(relevant, entries, nowMs)].join('');

describe('The cache of facts', () => {
  it('gives back what it was given', () => {
    const kept = readFactsCache(write());
    assert.deepEqual(kept.relevant, relevant);
    assert.deepEqual([...kept.entries.keys()], ['a.ts', 'b.ts']);
    for (const [path, { said, words: keptWords, ...rest }] of entries) {
      const { said: keptSaid, words: packed, ...keptRest } = kept.entries.get(path) ?? {};
      assert.deepEqual(keptRest, rest);
      assert.equal(packed, packWords(keptWords as Int32Array));
      assert.equal(keptSaid?.digest, said?.digest);
      assert.deepEqual(keptSaid?.facts, said?.facts);
      assert.deepEqual(keptSaid?.lineStarts, said?.lineStarts);
    }
    assert.deepEqual(unpackWords(packWords(words)), words);
  });

  it('has one byte for each character', () => {
    assert.doesNotMatch(write(), /[^\0-\u00ff]/);
  });

  it('leaves out a file that may have changed after it was read without its time telling', () => {
    const text = [...writeFactsCache(relevant, entries, 2_000)].join('');
    assert.equal(readFactsCache(text).entries.size, 0);
  });
});

describe('What a file says', () => {
  it('has the same digest when it was kept, and another one when anything moved', () => {
    const [one, other] = [
      [0, 4, 9],
      [0, 4, 10],
    ].map((starts) => Said.of(facts, Uint32Array.from(starts)));
    assert.ok(one && other);
    assert.notEqual(one.digest, other.digest);
    assert.equal(Said.kept(one.toKeep(), one.digest).digest, one.digest);
    assert.deepEqual(Said.kept(one.toKeep(), one.digest).lineStarts, one.lineStarts);
  });
});
