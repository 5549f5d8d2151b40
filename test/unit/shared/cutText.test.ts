import assert from 'node:assert/strict';
import { cutText } from '../../../src/shared/cutText';

describe('cutText', () => {
  it('leaves alone what fits, to the last character', () => {
    for (const text of ['', 'a', 'abcde', '🧪🧪']) assert.equal(cutText(text, 5), text);
  });

  it('ends with an ellipsis that counts too', () => {
    assert.equal(cutText('abcdef', 5), 'abcd…');
  });

  it('cuts no emoji in halves', () => {
    assert.equal(cutText('abc🧪def', 5), 'abc…');
    assert.equal(cutText('ab🧪def', 5), 'ab🧪…');
  });
});
