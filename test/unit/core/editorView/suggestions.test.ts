import assert from 'node:assert/strict';
import { suggestFields, suggestKeys, suggestVariants } from '../../../../src/core/editorView/suggestions';
import { aDraft, aFlag, anEnded, anExperiment } from '../../support/models';
import { startMs } from '../../support/results';
import { flagProject } from './codeSupport';
import { escapesOfHostile, hostileTexts } from './hostile';

describe('Suggested keys', () => {
  const experiments = [
    anEnded({ id: 1, flagKey: 'a-ended', conclusion: 'lost' }),
    aDraft({ id: 2, flagKey: 'b-draft' }),
    anExperiment({ id: 3, flagKey: 'c-paused', status: 'paused' }),
    anExperiment({ id: 4, flagKey: 'd-running', name: 'Buttons', startMs }),
    anEnded({ id: 5, flagKey: 'd-running' }),
    anEnded({ id: 6, flagKey: 'e-archived', archived: true }),
  ];
  const project = flagProject(experiments, ['z-plain', 'd-running']);

  it('have those of experiments first, and those that are over last', () => {
    assert.deepEqual(
      suggestKeys(project).map(({ text }) => text),
      ['d-running', 'c-paused', 'b-draft', 'z-plain', 'a-ended', 'e-archived'],
    );
    assert.deepEqual(
      suggestKeys(project).flatMap(({ text, isOver }) => (isOver ? [text] : [])),
      ['a-ended', 'e-archived'],
    );
  });

  it('say status, experiment and variants', () => {
    const [running] = suggestKeys(project);
    assert.equal(running?.detail, 'Running 9 d · Buttons · +1 more');
    assert.equal(running?.lines[0], 'Buttons — Running 9 d');
    assert.ok(running?.lines.includes('Variants: control, test'));
  });

  it('are those of experiments where flags may not be listed', () => {
    assert.equal(suggestKeys(flagProject(experiments, undefined)).length, 5);
  });

  it('have details that are inert', () => {
    for (const name of hostileTexts)
      for (const { detail } of suggestKeys(
        flagProject([anExperiment({ name, status: 'other', serverStatus: name })], []),
      ))
        assert.doesNotMatch(detail, escapesOfHostile);
  });
});

describe('Suggested variants', () => {
  const variants = [
    { key: 'control', name: undefined, rolloutPercent: 50 },
    { key: 'blue', name: 'Blue one', rolloutPercent: 50 },
  ];

  it('say their share, which is the baseline, and what they carry', () => {
    const experiment = anExperiment({ variants, flag: aFlag({ payloads: { blue: '{"a":1}' } }) });
    const flag = flagProject([experiment], []).find('checkout-button');
    assert.deepEqual(
      suggestVariants(flag).map(({ text, detail, lines }) => [text, detail, ...lines]),
      [
        ['control', '50% · baseline', 'Variant of Checkout button colour'],
        ['blue', '50% · Blue one', 'Variant of Checkout button colour', 'Payload: {"a":1}'],
      ],
    );
  });

  it('are none of a flag that is not known', () => {
    assert.deepEqual(suggestVariants(flagProject([], []).find('other')), []);
  });
});

describe('Suggested fields of payloads', () => {
  it('are those of all variants, with what each has there', () => {
    const flag = aFlag({ payloads: { a: '{"colour":"red","size":2}', b: '{"colour":"blue"}' } });
    assert.deepEqual(
      suggestFields(flag).map(({ text, lines }) => [text, ...lines]),
      [
        ['colour', 'a: "red"', 'b: "blue"'],
        ['size', 'a: 2'],
      ],
    );
  });

  for (const payload of ['', 'plain words', '"text"', '[1]', 'null', '{"half":', '********'])
    it(`are none of "${payload}"`, () =>
      assert.deepEqual(suggestFields(aFlag({ payloads: { a: payload } })), []));

  it('are none without payloads', () => {
    assert.deepEqual(suggestFields(aFlag()), []);
    assert.deepEqual(suggestFields(undefined), []);
  });
});
