import assert from 'node:assert/strict';
import { deepLinkText, findDeepLink } from '../../../../src/core/editorView/deepLink';

const partsOf = (text: string) => {
  const { pathname, search, hash } = new URL(text);
  return { path: pathname, query: search.slice(1), fragment: hash.slice(1) };
};
const find = (rest: string) => findDeepLink(partsOf(`vscode://experiment-lens.experiment-lens${rest}`));

describe('A link to an experiment', () => {
  it('is read as it was written', () => {
    const text = deepLinkText('vscode-insiders', 42, 7);
    assert.equal(text, 'vscode-insiders://experiment-lens.experiment-lens/experiment/42?project=7');
    assert.deepEqual(findDeepLink(partsOf(text)), { experimentId: 42, projectId: 7 });
  });

  it('may leave the project open', () => {
    assert.deepEqual(find('/experiment/42'), { experimentId: 42, projectId: undefined });
  });

  for (const rest of [
    '/',
    '/experiment',
    '/experiment/',
    '/experiment/0',
    '/experiment/042',
    '/experiment/4.2',
    '/experiment/-1',
    '/experiment/42/',
    '/experiment/42/delete',
    '/experiments/42',
    '/experiment/9999999999999999',
    '/x/../experiment/42/x',
    '/experiment/42?project=',
    '/experiment/42?project=0',
    '/experiment/42?project=1&project=2',
    '/experiment/42?project=1&run=delete',
    '/experiment/42?host=evil.example',
    '/experiment/42#x',
  ])
    it(`is nothing else: ${rest}`, () => {
      assert.equal(find(rest), undefined);
    });
});
