import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findModuleProject,
  flagModule,
  type ModuleFlag,
  moduleLanguages,
} from '../../../../src/code/generate/flagModule';
import { findLanguage } from '../../../../src/code/language/languages';
import { kinds } from '../../../../src/code/token/tokens';
import { tokenize } from '../../../../src/code/token/tokenize';
import { createTemporaryFolder } from '../../../support/temporaryFolder';
import { root } from '../../architecture/projectFiles';

const flag = (key: string, variants: readonly string[] = [], payloads = {}): ModuleFlag => ({
  key,
  variants,
  payloads,
});
const hostile = `'"\\); \${evil()} #{evil}\n$evil */ // \u2028 --> \u202e`;
const plain = [
  flag('simple'),
  flag('checkout-cta', ['control', 'test'], { test: '{"colour":"green","rows":[1,2]}' }),
];
const odd = [
  ...plain,
  flag('checkout_cta'),
  flag('checkoutCta', ['a', 'a', 'A']),
  flag('2nd-try', ['1', '-', '_']),
  flag('---'),
  flag('__proto__', ['constructor']),
  flag('default', ['self', 'init', 'case', 'Type']),
  flag('type'),
  flag('settings', [], { true: '"9-17"' }),
  flag('no-json', ['x', 'y'], { x: 'green', y: '{"__proto__":{"a b":null}}' }),
  flag('empty', [], { true: '{}' }),
  flag(hostile, [hostile, 'control'], { [hostile]: JSON.stringify({ [hostile]: [hostile, {}, []] }) }),
];

/** What the compiler says, line by line. */
async function compile(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await using folder = await createTemporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text);
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const compilerOptions = { noEmit: true, strict: true, target: 'es2022', types: [] };
  await writeFile(join(folder.path, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [tsc, '-p', folder.path, '--pretty', 'false'], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(line.lastIndexOf('/') + 1));
}

describe('A module of flags in TypeScript', () => {
  it('compiles for hyphens and hostile names, and types keys, variants and payloads', async function () {
    this.timeout(60_000);
    const uses = [
      `import { flagKeys, type FlagKey, type FlagPayload, type FlagValue, type FlagVariant } from './flags';`,
      `export const key: FlagKey = 'checkout-cta';`,
      `export const held: 'checkout-cta' | 'checkout_cta' | 'checkoutCta' = flagKeys.checkoutCta;`,
      `export const variant: FlagVariant<'checkout-cta'> = 'test';`,
      `export const on: FlagVariant<'simple'> = true;`,
      `export const none: FlagPayload<'simple'> = undefined;`,
      `export const colour = (payload: NonNullable<FlagPayload<'checkout-cta'>>): string => payload.colour;`,
      `export const off: FlagValue<'checkout-cta'> = false;`,
    ].join('\n');
    const wrong = [
      `import type { FlagKey, FlagPayload, FlagVariant } from './flags';`,
      `export const key: FlagKey = 'chekout-cta';`,
      `export const variant: FlagVariant<'checkout-cta'> = 'tset';`,
      `export const colour = (payload: FlagPayload<'checkout-cta'>): string => payload.colour;`,
    ].join('\n');
    const said = await compile({
      'flags.ts': flagModule('typescript', odd, 42, 'src'),
      'uses.ts': uses,
      'wrong.ts': wrong,
    });
    assert.deepEqual(
      said.map((line) => line.replace(/,\d+\): error (TS\d+).*/, ') $1')),
      ['wrong.ts(2) TS2820', 'wrong.ts(3) TS2322', 'wrong.ts(4) TS18048'],
      said.join('\n'),
    );
  });

  it('says what each flag serves', () => {
    const text = flagModule('typescript', plain, 42, 'src');
    assert.match(
      text,
      /readonly 'checkout-cta': \{\n {4}readonly variant: 'control' \| 'test';\n {4}readonly payload: \{ readonly 'colour': string; readonly 'rows': readonly \(number\)\[\] \} \| undefined;/,
    );
    assert.match(
      text,
      /readonly 'simple': \{\n {4}readonly variant: true;\n {4}readonly payload: undefined;/,
    );
    assert.match(text, /\n {2}checkoutCta: 'checkout-cta',\n/);
  });

  it('compiles without any flag', async function () {
    this.timeout(60_000);
    assert.deepEqual(await compile({ 'flags.ts': flagModule('typescript', [], 42, 'src') }), []);
  });
});

describe('A module of flags', () => {
  it('is the same whatever the order of the flags', () => {
    for (const language of moduleLanguages)
      assert.equal(flagModule(language, odd, 42, 'a'), flagModule(language, odd.toReversed(), 42, 'a'));
  });

  it('is known again, with the project that it is of', () => {
    for (const language of moduleLanguages)
      assert.equal(findModuleProject(flagModule(language, plain, 42, 'a')), 42);
    for (const text of [
      '',
      '// my flags',
      'const a = 1;\n// Written by Experiment Lens',
      '# Written by hand',
    ])
      assert.equal(findModuleProject(text), undefined, text);
  });

  for (const language of moduleLanguages) {
    it(`keeps hostile names inside of strings, and gives each name once: ${language}`, () => {
      const text = flagModule(language, odd, 42, 'a');
      const found = findLanguage(language);
      assert.ok(found);
      const tokens = tokenize(text, found);
      for (let at = 0; at < tokens.count; at++) {
        const kind = tokens.kind[at];
        assert.ok(kind !== kinds.head && kind !== kinds.middle && kind !== kinds.tail, 'a hole in a string');
        if (kind !== kinds.word) continue;
        assert.doesNotMatch(text.slice(tokens.start[at], tokens.end[at]), /^evil$/);
      }
      assert.equal(text.split('\n').filter((line) => /\u2028|\u202e/.test(line)).length, 0);
    });
  }

  it('has constants in Python', () => {
    assert.equal(
      flagModule('python', plain, 42, 'a').split('\n').slice(1).join('\n'),
      [
        '',
        'from typing import Final',
        '',
        '',
        'class FlagKeys:',
        '    CHECKOUT_CTA: Final = "checkout-cta"',
        '    SIMPLE: Final = "simple"',
        '',
        '',
        'class CheckoutCtaVariants:',
        '    CONTROL: Final = "control"',
        '    TEST: Final = "test"',
        '',
      ].join('\n'),
    );
    assert.match(flagModule('python', [], 42, 'a'), /class FlagKeys:\n {4}pass\n$/);
  });

  it('has constants in Go, in the package of its folder', () => {
    assert.equal(
      flagModule('go', plain, 42, 'my-flags').split('\n').slice(1).join('\n'),
      [
        '',
        'package myflags',
        '',
        'const (',
        '\tFlagCheckoutCta = "checkout-cta"',
        '\tFlagSimple = "simple"',
        ')',
        '',
        'const (',
        '\tCheckoutCtaControl = "control"',
        '\tCheckoutCtaTest = "test"',
        ')',
        '',
      ].join('\n'),
    );
    assert.match(flagModule('go', [], 42, 'func'), /\npackage flags\n$/);
  });

  it('has constants in Kotlin, where a dollar sign is text', () => {
    assert.equal(
      flagModule('kotlin', plain, 42, 'a').split('\n').slice(2).join('\n'),
      [
        'object FlagKeys {',
        '    const val CHECKOUT_CTA = "checkout-cta"',
        '    const val SIMPLE = "simple"',
        '}',
        '',
        'object FlagVariants {',
        '    object CheckoutCta {',
        '        const val CONTROL = "control"',
        '        const val TEST = "test"',
        '    }',
        '}',
        '',
      ].join('\n'),
    );
    assert.match(flagModule('kotlin', [flag('a$b')], 42, 'a'), /"a\\\$b"/);
  });

  it('has enumerations in Swift, none called by a word of the language', () => {
    assert.equal(
      flagModule('swift', plain, 42, 'a').split('\n').slice(2).join('\n'),
      [
        'public enum FlagKey: String, CaseIterable {',
        '    case checkoutCta = "checkout-cta"',
        '    case simple = "simple"',
        '}',
        '',
        'public enum FlagVariant {',
        '    public enum CheckoutCta: String, CaseIterable {',
        '        case control = "control"',
        '        case test = "test"',
        '    }',
        '}',
        '',
      ].join('\n'),
    );
    const text = flagModule('swift', odd, 42, 'a');
    assert.match(text, /case defaultFlag = "default"/);
    assert.match(text, /case selfFlag = "self"/);
    assert.match(flagModule('swift', [], 42, 'a'), /^public enum FlagKey \{\n\}/m);
  });

  it('gives two keys that are spelled alike two names', () => {
    const text = flagModule('python', odd, 42, 'a');
    const names = [...text.matchAll(/^ {4}(\w+): Final/gm)].map(([, name]) => name);
    for (const name of ['CHECKOUT_CTA', 'CHECKOUT_CTA_2', 'CHECKOUT_CTA_3', 'FLAG_2_ND_TRY'])
      assert.ok(names.includes(name), `${name} of ${names.join()}`);
  });
});
