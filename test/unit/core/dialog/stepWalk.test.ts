import assert from 'node:assert/strict';
import { type Step, StepWalk } from '../../../../src/core/dialog/stepWalk';

type Name = 'name' | 'key' | 'variants';

/** As for a new experiment: the key follows from the name, the variants from nothing. */
const steps: readonly Step<Name>[] = [
  { name: 'name', propose: () => '' },
  { name: 'key', propose: ({ name = '' }) => name.toLowerCase().replaceAll(' ', '-') },
  { name: 'variants', propose: () => 'control 50, test 50' },
];
const walkThrough = () => new StepWalk<Name, Step<Name>>(steps);
const shown = (walk: StepWalk<Name, Step<Name>>) =>
  walk.current && [walk.current.step.name, walk.current.text];

describe('A walk through questions', () => {
  it('asks one after the other, each with what follows from the answers before', () => {
    const walk = walkThrough();
    assert.deepEqual(shown(walk), ['name', '']);
    assert.deepEqual([walk.current?.number, walk.current?.count], [1, 3]);
    walk.accept('Sticky basket');
    assert.deepEqual(shown(walk), ['key', 'sticky-basket']);
    walk.accept('sticky');
    assert.deepEqual(shown(walk), ['variants', 'control 50, test 50']);
    assert.deepEqual(walk.current?.answers, { name: 'Sticky basket', key: 'sticky' });
    walk.accept('control 34, test 66');
    assert.equal(walk.current, undefined);
    assert.deepEqual(walk.answers, { name: 'Sticky basket', key: 'sticky', variants: 'control 34, test 66' });
  });

  it('keeps what stands in a question when it is left by Back, finished or not', () => {
    const walk = walkThrough();
    walk.accept('Sticky basket');
    walk.back('not a valid key yet!');
    assert.deepEqual(shown(walk), ['name', 'Sticky basket']);
    walk.accept('Sticky basket');
    assert.deepEqual(shown(walk), ['key', 'not a valid key yet!']);
  });

  it('proposes anew what was taken as proposed, when the answer it follows from changed', () => {
    const walk = walkThrough();
    walk.accept('Sticky basket');
    walk.accept('sticky-basket');
    walk.back('control 50, test 50');
    walk.back('sticky-basket');
    walk.accept('Slippery basket');
    assert.deepEqual(shown(walk), ['key', 'slippery-basket']);
  });

  it('leaves what the person wrote alone, whatever changes before it', () => {
    const walk = walkThrough();
    walk.accept('Sticky basket');
    walk.accept('my-own-key');
    walk.accept('control 34, test 66');
    walk.reopen();
    walk.back('control 34, test 66');
    walk.back('my-own-key');
    walk.accept('Another name');
    assert.deepEqual(shown(walk), ['key', 'my-own-key']);
    walk.accept('my-own-key');
    assert.deepEqual(shown(walk), ['variants', 'control 34, test 66']);
  });

  it('opens again at the last question with everything as it was', () => {
    const walk = walkThrough();
    for (const answer of ['Sticky basket', 'sticky', 'control 34, test 66']) walk.accept(answer);
    walk.reopen();
    assert.deepEqual(shown(walk), ['variants', 'control 34, test 66']);
    assert.equal(walk.current?.number, 3);
    assert.deepEqual(walk.answers, { name: 'Sticky basket', key: 'sticky' });
  });

  it('does not go back before the first', () => {
    const walk = walkThrough();
    walk.back('half');
    assert.deepEqual(shown(walk), ['name', 'half']);
  });

  it('leaves out questions that the answers make needless, and their answers', () => {
    const walk = new StepWalk<'host' | 'address' | 'key', Step<'host' | 'address' | 'key'>>([
      { name: 'host', propose: () => 'us' },
      { name: 'address', propose: () => '', applies: ({ host }) => host === 'own' },
      { name: 'key', propose: () => '' },
    ]);
    walk.accept('own');
    assert.equal(walk.current?.count, 3);
    walk.accept('https://posthog.example.com');
    walk.accept('phx_1');
    walk.reopen();
    walk.back('phx_1');
    walk.back('https://posthog.example.com');
    walk.accept('us');
    assert.deepEqual([walk.current?.step.name, walk.current?.text], ['key', 'phx_1']);
    assert.equal(walk.current?.count, 2);
    walk.accept('phx_1');
    assert.deepEqual(walk.answers, { host: 'us', key: 'phx_1' });
  });
});
