import assert from 'node:assert/strict';
import { fileWord, mattersByItself, Relevance } from '../../../../src/code/index/relevance';
import { hashWord, wordsOf } from '../../../../src/code/index/words';

const has = (text: string, word: string) => wordsOf(text).includes(hashWord(word));

describe('The words of a file', () => {
  it('are its identifiers and its names with dashes, each once', () => {
    assert.equal(has(`flags.isOn('new-nav');`, 'isOn'), true);
    assert.equal(has(`flags.isOn('new-nav');`, 'new-nav'), true);
    assert.equal(has('<feature-gate flag="a">', 'feature-gate'), true);
    assert.equal(has('total-isOn', 'isOn'), true);
    assert.equal(has('isOnline', 'isOn'), false);
    assert.equal(wordsOf('aa bb aa bb').length, 2);
    assert.deepEqual(
      [...wordsOf('--a-bc--de x- -fg-hi-')],
      ['bc', 'a-bc-', 'de', 'x-', 'fg', 'hi', 'fg-hi-'].map(hashWord),
    );
    assert.equal(wordsOf(Array.from({ length: 9_000 }, (_, at) => `word${at}`).join(' ')).length, 9_000);
  });

  it('make it matter when the SDKs, the settings, a key or another file name them', () => {
    const relevance = new Relevance();
    const matters = (text: string) => mattersByItself(text) || relevance.hashes.hasAny(wordsOf(text));
    assert.equal(matters('x.getFeatureFlag(k)'), true);
    assert.equal(matters('map.get(key)'), false);
    assert.equal(matters(`isOn('x')`), false);
    relevance.addNames({ flagFunctions: ['flags.isOn'], clientNames: [] });
    assert.equal(matters(`isOn('x')`), true);
    assert.equal(matters(`{ flag: 'checkout/new.nav' }`), false);
    relevance.addKeys(['checkout/new.nav']);
    assert.equal(matters(`{ flag: 'checkout/new.nav' }`), true);
    assert.equal(relevance.addKeys(['checkout/new.nav']).size, 0);
  });

  it('are joined by the name of the file, which modules are named by', () => {
    assert.equal(fileWord('0/src/flags.ts'), '/flags');
    assert.equal(fileWord('0/src/flags/index.ts'), '/flags');
  });
});
