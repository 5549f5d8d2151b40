import assert from 'node:assert/strict';
import { findKeyLiterals } from '../../../src/code/findKeyLiterals';

const keys = new Set(['key', 'other', 'it’s', "it's"]);
const find = (text: string) => findKeyLiterals(text, keys).map(({ key }) => key);

describe('The literals that name a flag', () => {
  it('are found in calls of every form', () => {
    for (const call of [
      `posthog.isFeatureEnabled('key')`,
      `useFeatureFlagVariantKey("key")`,
      'getFeatureFlag(`key`)',
      `f('key', { send: true })`,
      `f(true, 'key')`,
      `f( 'key' as const )`,
      `f(\n  'key',\n)`,
      `f(on ? 'key' : 'none')`,
      `f('key' === x)`,
      `new Flag('key')`,
      `posthog?.isFeatureEnabled?.('key')`,
      `posthog!.isFeatureEnabled('key')`,
      `getFlag!('key')`,
      `flags[0]('key')`,
      `flags[0]!('key')`,
      `make()('key')`,
      `make()!('key')`,
      `useFlag<string>('key')`,
      `useFlag<Map<string, Flag[]>>('key')`,
      `(await client()).getFeatureFlag('key')`,
      `await f('key')`,
      `return f('key')`,
      `if (f('key')) {}`,
      `while (!f('key')) {}`,
      `<Flag on={f('key')} />`,
      '`${f("key")}`',
      `List.of('key')`,
      `promise.catch('key')`,
      `@Flag('key') class A {}`,
      `this.#flag('key')`,
      `变量('key')`,
      `$('key')`,
    ]) {
      assert.deepEqual(find(call), ['key'], call);
    }
  });

  it('are none outside calls', () => {
    for (const text of [
      `const a = 'key'`,
      `import a from 'key'`,
      `({ flag: 'key' })`,
      `['key']`,
      `flags['key']`,
      `if ('key' === a) {}`,
      `if (!('key' in a)) {}`,
      `while ('key') {}`,
      `for (const a of ('key')) {}`,
      `switch ('key') { case ('key'): }`,
      `return ('key')`,
      `throw ('key')`,
      `typeof ('key')`,
      `void ('key')`,
      `a = b in ('key')`,
      `x as ('key' | 'other')`,
      `() => ('key')`,
      `async () => ('key')`,
      `a = ('key')`,
      `a != ('key')`,
      `(('key'))`,
      `f(() => { const a = 'key'; })`,
      `f\`key\``,
      `// f('key')`,
      `/* f('key') */`,
      `"f('key')"`,
      `x = /f('key')/`,
      "f(`${'a'}key`)",
    ]) {
      assert.deepEqual(find(text), [], text);
    }
  });

  it('are those of the innermost call', () => {
    assert.deepEqual(find(`a(b('key'), c('x', d('other')))`), ['key', 'other']);
    assert.deepEqual(find(`a(x, (y), [z], {w: 1}, 'key')`), ['key']);
    assert.deepEqual(find(`describe('x', () => { it('y', () => f('key')); }, 'other')`), ['key', 'other']);
  });

  it('are known keys alone, by their exact text', () => {
    assert.deepEqual(find(`f('unknown'); f('Key'); f('key '); f('keys'); f('')`), []);
    assert.deepEqual(find(`f("it's"); f('it’s')`), ["it's", 'it’s']);
    assert.deepEqual(findKeyLiterals(`f('key')`, new Set()), []);
    assert.deepEqual(findKeyLiterals(`f('constructor')`, new Set(['key'])), []);
  });

  it('name the place between the quotes, in the order of the text', () => {
    const text = `/* 🧪 */ f('key'); g("other", 'key')`;
    const found = findKeyLiterals(text, keys);
    assert.deepEqual(
      found.map(({ key }) => key),
      ['key', 'other', 'key'],
    );
    for (const { key, start, end } of found) assert.equal(text.slice(start, end), key);
    const starts = found.map(({ start }) => start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  it('are not made up from a template that nothing closes', () => {
    assert.deepEqual(find('f(`keyX'), []);
    assert.deepEqual(find('f(`key'), []);
  });

  it('are found behind code that is half typed', () => {
    assert.deepEqual(find(`const a = 'half\nf('key')`), ['key']);
    assert.deepEqual(find(`<p>don't</p>\n<p>{f('key')}</p>`), ['key']);
    assert.deepEqual(find(`f(')\nf('key')`), ['key']);
    assert.deepEqual(find(`}}})))]]] f('key')`), ['key']);
  });
});
