import assert from 'node:assert/strict';
import { findReferences } from '../../../src/code/findReferences';
import { Project } from '../../../src/code/project';

const project = new Project(new Map(), { knownKeys: new Set(['key', 'a']) });
const find = (text: string) => findReferences(text, 'typescriptreact', 'page.tsx', project);
const sample = `
  import { useFlag as use, type Flag } from "@posthog/react";
/** It's a component. */
export const Page = <T extends Flag<'a'>,>({ items, ratio = 1 / 2 }: Props<T>) => {
  const on = posthog.getFeatureFlag('key') ?? flags!.get!(\`key\`) /* 'no' */;
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
  it('is scanned to its end without an error, from many places to many places of a sample', () => {
    assert.ok(find(sample).length >= 1);
    for (let end = 0; end <= sample.length; end += 7) {
      find(sample.slice(0, end));
      find(sample.slice(end));
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
    for (let round = 0; round < 1000; round++) {
      const length = Math.floor(random.next().value * 60);
      const text = Array.from(
        { length },
        () => parts[Math.floor(random.next().value * parts.length)] ?? '',
      ).join('');
      for (const { key, start, end } of find(text)) {
        assert.ok(key !== undefined && text.slice(start, end).includes(key), JSON.stringify(text));
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

  /** Generous for a slow machine, and far from what square time would take on so many characters. */
  const boundMs = 3000;
  for (const [name, part] of Object.entries(mean)) {
    it(`is scanned in linear time when it is a hundred thousand characters of ${name}`, function () {
      this.timeout(10 * boundMs);
      const text = `posthog.isFeatureEnabled('key');\n'${part.repeat(Math.ceil(100_000 / part.length))}`;
      const startedMs = performance.now();
      const found = find(text);
      const tookMs = performance.now() - startedMs;
      assert.equal(found[0]?.key, 'key');
      assert.ok(tookMs < boundMs, `took ${Math.round(tookMs)} ms`);
    });
  }
});
