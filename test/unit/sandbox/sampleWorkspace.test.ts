import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { shopStories } from '../../../src/sandbox/catalog/catalog';

const folder = join(__dirname, '../../../../test/support/sampleWorkspace');
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !['.md', '.json'].includes(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));

/** A PostHog call, in any of the languages, and the key it asks for. */
const asksForFlag =
  /(?:feature_?flag|feature_?enabled|useFeatureFlag)\w*\(\s*["']([^"']+)["']|\bKey:\s+"([^"]+)"/gi;

const asked = new Map(
  sources.map((file) => [
    file,
    [...readFileSync(file, 'utf8').matchAll(asksForFlag)].map((match) => match[1] ?? match[2] ?? ''),
  ]),
);

describe('sample workspace', () => {
  it('asks for flags of the sample data and no others', () => {
    const known = new Set(shopStories.map((story) => story.flagKey));
    const keys = [...asked.values()].flat();
    assert.ok(keys.length >= 10);
    assert.deepEqual(
      keys.filter((key) => !known.has(key)),
      [],
    );
  });

  it('does so in several languages, and for a flag that two experiments share', () => {
    const languages = new Set(
      [...asked].filter(([, keys]) => keys.length > 0).map(([file]) => extname(file)),
    );
    for (const extension of ['.ts', '.tsx', '.js', '.jsx', '.vue', '.py', '.rb', '.go', '.kt']) {
      assert.ok(languages.has(extension), extension);
    }
    const shared = shopStories.filter((story) => story.flagKey === 'newsletter-popup');
    assert.equal(shared.length, 2);
    assert.ok([...asked.values()].flat().includes('newsletter-popup'));
  });

  it('has a README that names every flag it uses', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const key of [...asked.values()].flat()) assert.ok(readme.includes(`\`${key}\``), key);
  });
});
