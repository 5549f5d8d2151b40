import assert from 'node:assert/strict';
import {
  createQuestion,
  duplicateQuestion,
  type FlagAtKey,
} from '../../../../src/core/experiment/draftQuestion';
import { aListedFlag, anExperiment } from '../../support/models';

const wanted = {
  name: 'Green button',
  flagKey: 'green-button',
  variants: [
    { key: 'control', rolloutPercent: 50 },
    { key: 'test', rolloutPercent: 50 },
  ],
};
const created = (found: FlagAtKey) => createQuestion(wanted, found, 'Web').detail;
const duplicated = (found: FlagAtKey) =>
  duplicateQuestion(anExperiment({ flagKey: 'checkout' }), 'checkout-2', found, 'Web').detail;
const existing = (parts: Parameters<typeof aListedFlag>[0] = {}): FlagAtKey => ({
  kind: 'exists',
  flag: aListedFlag(parts),
});

describe('The question before a new experiment', () => {
  it('promises a flag that is off only where there is none yet', () => {
    assert.match(
      created({ kind: 'free' }),
      /feature flag green-button with the variants control 50, test 50/,
    );
    assert.match(created({ kind: 'free' }), /The flag is off: nobody sees anything until the launch/);
    for (const found of [existing({ active: true }), { kind: 'unknown' } as const]) {
      assert.doesNotMatch(created(found), /flag is off/);
    }
  });

  it('says of an existing flag that it stays as it is, what it serves and whether it is on', () => {
    const variants = [
      { key: 'control', name: undefined, rolloutPercent: 90 },
      { key: 'blue', name: undefined, rolloutPercent: 10 },
    ];
    const text = created(existing({ active: true, variants }));
    assert.match(text, /exists already and stays as it is\. Its variants are control 90, blue 10\./);
    assert.match(text, /control 50, test 50 is not used/);
    assert.match(text, /The flag is on: it already decides what people see/);
    assert.match(created(existing({ active: false })), /The flag is off/);
    assert.doesNotMatch(created(existing()), /is not used/);
  });

  it('says what could not be checked and what it would mean', () => {
    const text = created({ kind: 'unknown' });
    assert.match(text, /lacks the scope feature_flag:read/);
    assert.match(text, /An existing flag would be linked as it is/);
  });

  it('makes untrusted names inert', () => {
    const hostile = createQuestion({ ...wanted, name: '$(trash) x' }, { kind: 'free' }, '[y](command:z)');
    assert.doesNotMatch(hostile.message, /\$\(trash\)/);
    assert.doesNotMatch(hostile.detail, /\]\(command/);
  });
});

describe('The question before a copy', () => {
  it('says whose variants it takes, and that the original stays', () => {
    assert.match(
      duplicated({ kind: 'free' }),
      /same metrics and variants on the new feature flag checkout-2/,
    );
    const text = duplicated(existing({ active: true }));
    assert.match(text, /checkout-2, which exists already: the copy takes its variants/);
    assert.match(text, /The flag is on/);
    assert.match(duplicated({ kind: 'unknown' }), /feature_flag:read/);
    for (const found of [{ kind: 'free' } as const, existing(), { kind: 'unknown' } as const]) {
      assert.match(duplicated(found), /The original and its flag checkout stay as they are/);
    }
  });
});
