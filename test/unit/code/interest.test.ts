import assert from 'node:assert/strict';
import { findLanguageOf } from '../../../src/code/language/languages';
import { Project } from '../../../src/code/project';
import { readFacts } from '../../../src/code/readFacts';
import { readFlagSamples } from '../support/flagSamples';

describe('Reading only what matters in a document', () => {
  for (const { language, idiom, files } of readFlagSamples()) {
    it(`finds what reading all of it finds: ${language}, ${idiom}`, () => {
      const texts = [...files].flatMap(([path, text]) => {
        const id = findLanguageOf(path);
        return id === undefined ? [] : [{ path, text, id }];
      });
      const read = texts.flatMap(({ path, text, id }) => {
        const facts = readFacts(text, id);
        return facts ? [{ path, facts }] : [];
      });
      const all = new Project(read.map(({ path, facts }) => [path, facts]));
      const knownKeys = new Set(
        read.flatMap(({ path }) =>
          all.referencesIn(path).flatMap(({ key }) => (key === undefined ? [] : [key])),
        ),
      );
      for (const options of [{}, { knownKeys }]) {
        const project = new Project(all.contextFiles(), options);
        for (const { path, text, id } of texts) {
          const part = readFacts(text, id, { interest: project.interestIn(path) });
          const found = part ? project.referencesOf(path, part) : [];
          const whole = readFacts(text, id);
          assert.deepEqual(found, whole ? project.referencesOf(path, whole) : [], path);
        }
      }
    });
  }

  it('leaves out what has nothing to do with flags', () => {
    const text = `const a = load({ name: 'x' });\nif (posthog.isFeatureEnabled('nav')) show(1);\n`;
    const facts = readFacts(text, 'typescript', { interest: new Project().interestIn('a.ts') });
    assert.deepEqual(facts?.bindings, []);
    assert.equal(facts?.calls.length, 1);
  });
});
