import assert from 'node:assert/strict';
import { type AnalysedText, DocumentContext } from '../../../../src/code/index/documentContext';
import { noNames } from '../../../../src/code/index/projectConfig';
import { findLanguageOf } from '../../../../src/code/language/languages';
import { Project } from '../../../../src/code/project';
import { readFacts } from '../../../../src/code/readFacts';
import { readFlagSamples } from '../../support/flagSamples';
import { randomEdits } from '../../support/randomEdits';

describe('An edited document', function () {
  // The machine may be busy; the work is bounded by the size of the samples.
  this.timeout(60_000);

  for (const { language, idiom, files } of readFlagSamples()) {
    it(`is read as if it was never edited: ${language}, ${idiom}`, () => {
      const read = [...files].flatMap(([path, text]) => {
        const facts = readFacts(text, findLanguageOf(path) ?? '');
        return facts ? [[path, facts] as const] : [];
      });
      const others = new Project(read).contextFiles();
      for (const [path, original] of files) {
        const id = findLanguageOf(path);
        if (id === undefined) continue;
        const edited = contextOf(others);
        const document = {};
        let version = 0;
        for (const text of randomEdits(original, 40)) {
          version++;
          const asked: AnalysedText = { path, language: id, version, getText: () => text };
          const look = (context: DocumentContext) => ({
            references: context.referencesIn(document, asked),
            insights: context.insightsIn(document, asked),
          });
          assert.deepEqual(look(edited), look(contextOf(others)), JSON.stringify(text));
        }
      }
    });
  }

  it('forgets what its text no longer says', () => {
    const context = contextOf(new Map());
    const document = {};
    const keysOf = (version: number, text: string) =>
      context
        .referencesIn(document, { path: 'a.ts', language: 'typescript', version, getText: () => text })
        .map(({ kind, key }) => `${kind} ${key}`);
    const constant = "import posthog from 'posthog-js';\nconst NAV = 'new-nav';\n";
    const read = `${constant}posthog.isFeatureEnabled(NAV);\n`;
    assert.deepEqual(keysOf(1, read), ['definition new-nav', 'use new-nav']);
    assert.deepEqual(keysOf(2, constant), []);
    const wrapper = 'const isOn = (key: string) => posthog.isFeatureEnabled(key);\n';
    assert.deepEqual(keysOf(3, `${constant}${wrapper}isOn('old-nav');\n`), [
      'dynamic undefined',
      'wrapper old-nav',
    ]);
    assert.deepEqual(keysOf(4, `${constant}isOn('old-nav');\n`), []);
  });

  it('is left alone where a program packed it, as the index leaves out such files', () => {
    const call = "posthog.isFeatureEnabled('nav');";
    const keysIn = (text: string) =>
      contextOf(new Map()).referencesIn(
        {},
        { path: 'a.js', language: 'javascript', version: 1, getText: () => text },
      );
    assert.equal(keysIn(`${call}\n`.repeat(1_000)).length, 1_000);
    assert.deepEqual(keysIn(call.repeat(1_000)), []);
    assert.deepEqual(keysIn(`${call}\n${'a();\n'.repeat(200_000)}`), []);
  });
});

function contextOf(others: ReturnType<Project['contextFiles']>): DocumentContext {
  const context = new DocumentContext();
  context.configure(noNames, new Set(['nav', 'new-nav']));
  context.hear({ kind: 'contextFiles', files: [...others] });
  return context;
}
