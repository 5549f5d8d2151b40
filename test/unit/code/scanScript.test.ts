import assert from 'node:assert/strict';
import { scanScript } from '../../../src/code/scanScript';

const strings = (text: string) =>
  [...scanScript(text)]
    .filter(({ kind }) => kind === 'string')
    .map(({ start, end }) => text.slice(start, end));
const words = (text: string) =>
  [...scanScript(text)].filter(({ kind }) => kind === 'word').map(({ start, end }) => text.slice(start, end));

describe('Scanning a script', () => {
  it('finds strings of every quote, with what is escaped in them', () => {
    assert.deepEqual(strings(`f("a", 'b', \`c\`)`), ['"a"', "'b'", '`c`']);
    assert.deepEqual(strings(String.raw`"a\"b" 'c\'d' "e\\"`), [
      String.raw`"a\"b"`,
      String.raw`'c\'d'`,
      String.raw`"e\\"`,
    ]);
    assert.deepEqual(strings(`"it's" 'say "x"' "\`"`), [`"it's"`, `'say "x"'`, '"`"']);
    assert.deepEqual(strings('`two\nlines`'), ['`two\nlines`']);
    assert.deepEqual(strings("'continued \\\n here' 'b'"), ["'continued \\\n here'", "'b'"]);
  });

  it('skips comments, also those that hold quotes', () => {
    assert.deepEqual(strings(`// it's\n'a' /* don't \n 'x' */ "b" // 'c'`), ["'a'", '"b"']);
    assert.deepEqual(strings(`'a' /* never closed 'b'`), ["'a'"]);
    assert.deepEqual(strings(`'http://x' // 'y'`), ["'http://x'"]);
  });

  it('finds the expressions in a template, and its end', () => {
    assert.deepEqual(strings("`a ${f('b')} c ${`d`} e` 'f'"), ["'b'", '`d`', "'f'"]);
    assert.deepEqual(strings("`${ { a: { b: 'c' } } } }` 'd'"), ["'c'", "'d'"]);
    assert.deepEqual(strings("`${`${`${'x'}`}`}` 'y'"), ["'x'", "'y'"]);
    assert.deepEqual(strings("`\\`` `\\${'a'}` 'b'"), ['`\\``', "`\\${'a'}`", "'b'"]);
    assert.deepEqual(strings('`never closed'), []);
  });

  it('tells a regular expression from a division', () => {
    const expressions = [
      `x = /'/; 'a'`,
      `f(/["'/]/g, 'a')`,
      `return /'/.test('a')`,
      `a = b ? /'/ : /"/; 'a'`,
      String.raw`[/\/'/, 'a']`,
      `!/'/.test('a')`,
      `case /'/: 'a'`,
      `() => /'/; 'a'`,
      `{ } /'/; 'a'`,
      "`${/'/.test('a')}`",
    ];
    for (const text of expressions) assert.deepEqual(strings(text), ["'a'"], text);
    const divisions = [
      `a / b; 'a' / c`,
      `(a + b) / 2 + 'a' / 2`,
      `x[0] / 2 + f('a') / 3`,
      `1 / 2 / f('a') / 3`,
      `a.of / 2; f('a') / 3`,
      "`b` / 2; 'a' / 2".replace('`b`', 'b'),
      `this / 'a' / 2`,
    ];
    for (const text of divisions) assert.deepEqual(strings(text), ["'a'"], text);
  });

  it('reads on after a template that is divided', () => {
    assert.deepEqual(strings("`${a}` / 2; f('b') / 3"), ["'b'"]);
  });

  it('loses no more than the line to a quote that nothing closes', () => {
    assert.deepEqual(strings(`<p>don't {f("a")}</p>\nf('b')`), ['"a"', "'b'"]);
    assert.deepEqual(strings(`const x = 'half typed\nf('b')`), ["'b'"]);
    assert.deepEqual(strings(`x = /half typed\nf('b')`), ["'b'"]);
    assert.deepEqual(strings(`f(/[/ , 'a')\nf('b')`).at(-1), "'b'");
  });

  it('reads through JSX', () => {
    const jsx = `<Page title="a" flag={f('b')}>
      <br/> it's <b>bold</b> and/or
      {/* 'no' */ f('c')} </Page>`;
    assert.deepEqual(strings(jsx), ['"a"', "'b'", "'c'"]);
    assert.deepEqual(strings(`<a></a>; f('b') / 2`), ["'b'"]);
  });

  it('finds words of every alphabet, private and decorated ones', () => {
    assert.deepEqual(words('naïve $a _b #c @d é1 变量 1e3 0xff'), [
      'naïve',
      '$a',
      '_b',
      '#c',
      '@d',
      'é1',
      '变量',
    ]);
  });

  it('names places that follow each other and lie in the text', () => {
    const text = "import a from 'b';\nconst { c } = await d?.e<F>(`g ${h} i`, [1, /x/]); // end";
    let last = 0;
    for (const { start, end } of scanScript(text)) {
      assert.ok(start >= last && end > start && end <= text.length);
      last = end;
    }
  });
});
