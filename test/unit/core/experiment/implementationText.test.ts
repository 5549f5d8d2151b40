import assert from 'node:assert/strict';
import { implementationText } from '../../../../src/core/experiment/implementationText';

const uses = { events: ['purchase', 'signup'], actionIds: [3] };

describe('What the check of a flag’s implementation says', () => {
  it('is a hint at a problem, never a proof, with what was looked at', () => {
    const text = implementationText({ kind: 'noFlagsSeen', ...uses }, 'green-button');
    assert.match(text, /A hint at a problem/);
    assert.match(text, /purchase, signup, action 3/);
    assert.match(text, /small sample of the last 7 days and proves nothing/);
  });

  it('does not take any flag on an event for this one', () => {
    const text = implementationText({ kind: 'flagsSeen', ...uses }, 'green-button');
    assert.match(text, /carry feature flags/);
    assert.match(text, /whether green-button is among them it does not say/);
  });

  it('says plainly when nothing was looked at', () => {
    assert.match(implementationText({ kind: 'noEvents' }, 'k'), /nothing to look at/);
    assert.match(implementationText({ kind: 'retired' }, 'k'), /no longer offers/);
  });

  it('keeps long lists of hostile names short and inert', () => {
    const events = Array.from({ length: 100 }, () => '[x](command:y)');
    const text = implementationText({ kind: 'noFlagsSeen', events, actionIds: [] }, 'k');
    assert.ok(text.length < 500, text);
    assert.doesNotMatch(text, /\]\(command/);
  });
});
