import assert from 'node:assert/strict';
import { displayText } from '../../../src/shared/displayText';

describe('displayText', () => {
  it('shows characters that would turn the writing round', () => {
    assert.equal(displayText('test\u202Egnp.exe\u202C'), 'test�gnp.exe�');
    assert.equal(displayText('\u2066a\u2069\u200Fb\u061C'), '�a��b�');
  });

  it('shows control characters but keeps line breaks and tabs', () => {
    assert.equal(displayText('a\u0000b\u001Bc\u0085d'), 'a�b�c�d');
    assert.equal(displayText('a\n\tb'), 'a\n\tb');
  });

  it('leaves every script and emoji as it is', () => {
    const names = 'Überschrift, проверка, תווית, 実験, 👩‍🔬 🧪';
    assert.equal(displayText(names), names);
  });
});
