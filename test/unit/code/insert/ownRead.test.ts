import assert from 'node:assert/strict';
import { importFor } from '../../../../src/code/insert/importFor';
import { canRead, findOwnRead } from '../../../../src/code/insert/ownRead';

const find = (line: string, key: string, call: string) => {
  const start = line.indexOf(key);
  return findOwnRead(line, start, start + key.length, call);
};

describe('How a project reads its flags', () => {
  it('is taken from a line that does, with all it gives', () => {
    assert.deepEqual(
      find(`  const v = await flags.variant('new-nav', user.id);`, 'new-nav', 'flags.variant'),
      ['await flags.variant(', ', user.id)'],
    );
    assert.deepEqual(find(`if (variantOf(user, FLAGS.nav) === 'a') {`, 'FLAGS.nav', 'variantOf'), [
      'variantOf(user, ',
      ')',
    ]);
    assert.deepEqual(find(`v = variant_of("new-nav", f(")"))`, 'new-nav', 'variant_of'), [
      'variant_of(',
      ', f(")"))',
    ]);
  });

  it('is not taken from what goes on below, belongs to an object around, or is no call', () => {
    assert.equal(find(`variantOf('new-nav',`, 'new-nav', 'variantOf'), undefined);
    assert.equal(find(`this.variantOf('new-nav')`, 'new-nav', 'this.variantOf'), undefined);
    assert.equal(find(`variant_of 'new-nav'`, 'new-nav', 'variant_of'), undefined);
    assert.equal(find(`other('new-nav')`, 'new-nav', 'variantOf'), undefined);
  });

  it('gives a variant, or says whether a flag is on', () => {
    for (const call of ['useFlag', 'flags.variant', 'posthog.getFeatureFlag']) {
      assert.equal(canRead(call, false), true, call);
      assert.equal(canRead(call, true), false, call);
    }
    for (const call of [
      'isOn',
      'flags.is_on',
      'posthog.isFeatureEnabled',
      'useFeatureFlagEnabled',
      'enabled?',
    ]) {
      assert.equal(canRead(call, true), true, call);
      assert.equal(canRead(call, false), false, call);
    }
    for (const call of ['getFeatureFlagPayload', 'getRemoteConfig'])
      assert.equal(canRead(call, false) || canRead(call, true), false, call);
  });
});

describe('The import of a name that another file has', () => {
  const example = [
    `import { a, FLAGS, variantOf as read } from '../flags';`,
    `import isOn, { other } from "@app/flags";`,
    `import * as all from './all';`,
    `import type { Kind } from './kinds';`,
    `export const OWN = { nav: 'new-nav' };`,
  ].join('\n');
  const from = (name: string, target = 'src/pages/home/page.ts') =>
    importFor(name, example, 'src/shop/cart.ts', target);

  it('is written as that file has it, seen from here', () => {
    assert.equal(from('FLAGS'), `import { FLAGS } from '../../flags';`);
    assert.equal(from('FLAGS', 'src/main.ts'), `import { FLAGS } from './flags';`);
    assert.equal(from('read'), `import { variantOf as read } from '../../flags';`);
    assert.equal(from('isOn'), `import isOn from "@app/flags";`);
    assert.equal(from('all', 'src/shop/b.ts'), `import * as all from './all';`);
    assert.equal(from('OWN', 'src/shop/b.ts'), `import { OWN } from './cart';`);
  });

  it('is none for a type, an unknown name or a part of one', () => {
    for (const name of ['Kind', 'nothing', 'FLAG', 'variantOf']) assert.equal(from(name), undefined, name);
  });
});
