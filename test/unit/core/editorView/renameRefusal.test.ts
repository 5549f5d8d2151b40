import assert from 'node:assert/strict';
import { renameRefusal } from '../../../../src/core/editorView/renameRefusal';

describe('Why a key is not renamed', () => {
  it('is said with the way to another key', () => {
    assert.match(
      renameRefusal('new-nav', true),
      /^“new-nav” is the key .* never change.*Duplicate Experiment/,
    );
    assert.match(renameRefusal('new-nav', false), /make a flag with that key/);
  });

  it('stays text whatever the key', () => {
    assert.doesNotMatch(renameRefusal('[x](command:evil) $(trash)', true), /\]\(|\$\(/);
  });
});
