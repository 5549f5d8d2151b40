import assert from 'node:assert/strict';
import { findReferences } from '../../../src/code/findReferences';
import { findSpot } from '../../../src/code/findSpot';
import { readInsights } from '../../../src/code/insight/readInsights';
import { Project } from '../../../src/code/project';

/** What stands where the bar is. */
function spotAt(marked: string, language = 'typescript') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const references = findReferences(
    text,
    language,
    'file',
    new Project(new Map(), { knownKeys: new Set(['k']) }),
  );
  const spot = findSpot(text, offset, references, readInsights(text, language, references));
  if (!spot) return undefined;
  const branches = spot.branches.map(({ outcomes, isNot }) => `${isNot ? '!' : ''}${outcomes.join(',')}`);
  return `${text.slice(spot.start, spot.end)}${spot.reference ? '' : spot.variant === undefined ? ' before' : ' is'}: ${branches.join(' ')}`;
}

describe('The spot at an offset', () => {
  it('is a key with its quotes, and all code that runs by it', () => {
    for (const text of [
      `if (posthog.getFeatureFlag(|'k') === 'test') { a(); } else { b(); }`,
      `if (posthog.getFeatureFlag('|k') === 'test') { a(); } else { b(); }`,
      `if (posthog.getFeatureFlag('k'|) === 'test') { a(); } else { b(); }`,
    ])
      assert.equal(spotAt(text), 'k: test !test');
    assert.equal(spotAt(`if (posthog.getFeatureFlag|('k') === 'test') { a(); }`), undefined);
  });

  it('is a constant that stands for a key', () => {
    assert.equal(spotAt(`const K = 'k';\nif (posthog.isFeatureEnabled(|K)) { a(); }`), 'K: true');
  });

  it('is the name of a variant in the condition of a branch', () => {
    assert.equal(
      spotAt(`if (posthog.getFeatureFlag('k') === 'te|st') { a(); } else { b(); }`),
      'test is: test',
    );
    assert.equal(
      spotAt(`if (posthog.getFeatureFlag('k') !== 'te|st') { a(); } else { b(); }`),
      'test is: !test',
    );
    assert.equal(
      spotAt(
        `switch (posthog.getFeatureFlag('k')) {\n case 'a': one(); break;\n case 'b|': two(); break;\n}`,
      ),
      'b is: b',
    );
    assert.equal(
      spotAt(`v = posthog.get_feature_flag("k", uid)\nif v == "test|":\n    a()\n`, 'python'),
      'test is: test',
    );
    assert.equal(spotAt(`other('test|'); if (posthog.getFeatureFlag('k')) { a(); }`), undefined);
  });

  it('is the word that a branch begins with', () => {
    assert.equal(
      spotAt(`i|f (posthog.getFeatureFlag('k') === 'test') { a(); } else { b(); }`),
      'if before: test',
    );
    assert.equal(
      spotAt(`if (posthog.getFeatureFlag('k') === 'test') { a(); } el|se { b(); }`),
      'else before: !test',
    );
    assert.equal(spotAt(`i|f (x) { y(); }\nif (posthog.getFeatureFlag('k') === 'test') { a(); }`), undefined);
  });

  it('is nothing inside of a branch', () => {
    assert.equal(spotAt(`if (posthog.getFeatureFlag('k') === 'test') { a|(); } else { b(); }`), undefined);
  });
});
