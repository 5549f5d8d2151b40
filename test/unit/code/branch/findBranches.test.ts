import assert from 'node:assert/strict';
import { findBranches } from '../../../../src/code/branch/findBranches';
import { findLanguage } from '../../../../src/code/language/languages';
import { tokenize } from '../../../../src/code/token/tokenize';
import type { Reference } from '../../../../src/code/reference';
import { branchSamples } from './branchSamples';
import { scriptBranches } from './scriptBranches';

const samples = { ...scriptBranches, ...branchSamples };

/** Each branch of flag `k` as `test: its code`, `!test: …`, `on: …`, white space made one blank. */
function branchesIn(language: string, text: string, kind: Reference['kind'] = 'call'): readonly string[] {
  const found = findLanguage(language);
  assert.ok(found, `${language} is known`);
  const references = [...text.matchAll(/(?<=["'`])k(?=["'`])/g)].map(({ index }): Reference => ({
    key: 'k',
    kind,
    start: index,
    end: index + 1,
    call: 'read',
  }));
  assert.ok(references.length > 0, 'the sample reads the flag');
  return findBranches(tokenize(text, found), language, references).map(({ outcomes, isNot, start, end }) => {
    const names = outcomes.map((outcome) => (outcome === true ? 'on' : outcome)).join('|');
    return `${isNot ? '!' : ''}${names}: ${text.slice(start, end).replaceAll(/\s+/g, ' ')}`;
  });
}

describe('Branches of a flag', () => {
  for (const [language, ofLanguage] of Object.entries(samples)) {
    describe(`in ${language}`, () => {
      for (const { says, code, branches } of ofLanguage) {
        it(says, () => assert.deepEqual(branchesIn(language, code), branches));
      }
    });
  }

  it('are what a component shows that asks by itself', () => {
    const text = `return <><PostHogFeature flag="k" match="test"><New /></PostHogFeature><PostHogFeature flag='k'><On /></PostHogFeature></>`;
    assert.deepEqual(branchesIn('typescriptreact', text, 'component'), ['test: <New />', 'on: <On />']);
  });

  it('are found in every prefix of every sample without an error', () => {
    for (const [language, ofLanguage] of Object.entries(samples)) {
      for (const { code } of ofLanguage) {
        const first = code.search(/["'`]k["'`]/) + 3;
        for (let end = first; end < code.length; end += 7) branchesIn(language, code.slice(0, end));
      }
    }
  });
});
