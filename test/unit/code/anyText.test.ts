import assert from 'node:assert/strict';
import { findKeyLiterals } from '../../../src/code/findKeyLiterals';
import { scanScript } from '../../../src/code/scanScript';

const keys = new Set(['key', 'a']);
const sample = `
  import { useFlag as use, type Flag } from "@posthog/react";
/** It's a component. */
export const Page = <T extends Flag<'a'>,>({ items, ratio = 1 / 2 }: Props<T>) => {
  const on = use?.('key') ?? flags!.get!(\`key\`) /* 'no' */;
  const text = \`\${on ? \`inner \${f('a') / 2}\` : "it's"} \\\` end\`;
  if (/['"\`/\\]]/g.test(text) && !(a / b / c)) return <p className="x">don't {f("key")} and/or <br/></p>; // its
  switch (typeof text) { case 'string': return { ...items, ['a']: #priv in on, re: /[/]'/u }; }
};
`;

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
function* randomNumbers(): Generator<number, never> {
  let state = 42;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('Any text', () => {
  it('is scanned to its end without an error, from every place to every place of a sample', () => {
    assert.ok(findKeyLiterals(sample, keys).length >= 4);
    for (let end = 0; end <= sample.length; end++) {
      findKeyLiterals(sample.slice(0, end), keys);
      findKeyLiterals(sample.slice(end), keys);
    }
  });

  it('is scanned without an error when it is made of what is special in scripts', () => {
    const parts = [
      ...'\'"`\\/*${}()[]<>!?.,;=\n\r#@a1 '.split(''),
      '\u2028',
      '\uD83E',
      '\uDDEA',
      'key',
      '`${',
      '//',
      '/*',
    ];
    const random = randomNumbers();
    for (let round = 0; round < 3000; round++) {
      const length = Math.floor(random.next().value * 60);
      const text = Array.from(
        { length },
        () => parts[Math.floor(random.next().value * parts.length)] ?? '',
      ).join('');
      let last = 0;
      for (const { start, end } of scanScript(text)) {
        assert.ok(start >= last && end > start && end <= text.length, JSON.stringify(text));
        last = end;
      }
      for (const { key, start, end } of findKeyLiterals(text, keys)) {
        assert.equal(text.slice(start, end), key);
      }
    }
  });

  const mean: Record<string, string> = {
    'unclosed quotes': "'\\",
    'unclosed quotes of both kinds': '\'\\"\\',
    'unclosed quotes that go on over lines': "\\'\\\n",
    'unclosed regular expressions': '=/[',
    'escaped slashes': '(/\\',
    'open brackets': '([{',
    'closing brackets': ')]}',
    'nested templates': '`${',
    'template parts': '${}',
    'comments without end': '/*',
    'slashes with spaces': '/ ',
    'one word': 'a',
    digits: '1.',
    spaces: ' ',
    strings: "'a'",
    calls: "f('key'),",
    'lone surrogates': '\uD83E',
  };

  /** Generous for a slow machine, and far from what square time would take on a million characters. */
  const boundMs = 3000;
  for (const [name, part] of Object.entries(mean)) {
    it(`is scanned in linear time when it is a million characters of ${name}`, function () {
      this.timeout(10 * boundMs);
      const text = `f('key');'${part.repeat(Math.ceil(1_000_000 / part.length))}`;
      const startedMs = performance.now();
      const found = findKeyLiterals(text, keys);
      const tookMs = performance.now() - startedMs;
      assert.equal(found[0]?.key, 'key');
      assert.ok(tookMs < boundMs, `took ${Math.round(tookMs)} ms`);
    });
  }
});
