import assert from 'node:assert/strict';
import { DocumentContext } from '../../../../src/code/index/documentContext';

describe('Branches of an open document', () => {
  const textOf = (version: number, variant: string) => ({
    path: 'a/page.ts',
    language: 'typescript',
    version,
    getText: () =>
      `import posthog from 'posthog-js';\nif (posthog.getFeatureFlag('new-nav') === '${variant}') { a(); }\n`,
  });

  it('are read once for each version, and anew for the next', () => {
    const context = new DocumentContext();
    const document = {};
    const first = context.branchesIn(document, textOf(1, 'test'));
    assert.deepEqual(
      first.map(({ key, outcomes, isNot }) => ({ key, outcomes, isNot })),
      [{ key: 'new-nav', outcomes: ['test'], isNot: false }],
    );
    assert.equal(context.branchesIn(document, textOf(1, 'other')), first);
    assert.deepEqual(context.branchesIn(document, textOf(2, 'other'))[0]?.outcomes, ['other']);
  });

  it('are none in a language that nobody knows', () => {
    const text = { ...textOf(1, 'test'), language: 'cobol' };
    assert.deepEqual(new DocumentContext().branchesIn({}, text), []);
  });
});
