import assert from 'node:assert/strict';
import { effectText, planSentence } from '../../../webview/sections/powerWords';

const basis = { baseline: 4, variance: 8, variants: 2 };
const known = { unit: 'users', perDay: 500, samples: 1_400, phase: 'running' } as const;

describe('The words of power', () => {
  it('say an effect with the decimals that tell something', () => {
    assert.deepEqual([0.001, 0.56, 5, 12.345, 250.4, 12_345].map(effectText), [
      '< 0.01%',
      '0.56%',
      '5%',
      '12.3%',
      '250%',
      '12,345%',
    ]);
  });

  it('say how many it takes, how many more, and how long', () => {
    assert.equal(
      planSentence(basis, 5, known),
      '6,400 users in all, 5,000 more: about 10 days at 500 a day.',
    );
    const none = { ...known, samples: undefined };
    assert.equal(planSentence(basis, 5, none), '6,400 users in all: about 13 days at 500 a day.');
    assert.equal(
      planSentence(basis, 5, { ...known, perDay: 5_000 }),
      '6,400 users in all, 5,000 more: about 1 day at 5,000 a day.',
    );
  });

  it('say no days where nobody comes, or none are known', () => {
    for (const rest of [{ perDay: undefined }, { perDay: 0 }, { phase: 'over' as const }]) {
      assert.equal(planSentence(basis, 5, { ...known, ...rest }), '6,400 users in all, 5,000 more.');
    }
  });

  it('say that there are enough, or that it cannot be told', () => {
    assert.equal(
      planSentence(basis, 5, { ...known, samples: 6_400 }),
      '6,400 users in all: there are as many already.',
    );
    assert.match(planSentence(basis, 0, known), /cannot be computed/);
  });
});
