import assert from 'node:assert/strict';
import { filesBelow, textOf } from './projectFiles';

/** Files that are pictures, not text. */
const pictures = /\.(png|jpg|gif|ico|vsix)$/;

/** What would tie the project to the machine or the registry it was made with. */
const unwanted: Readonly<Record<string, RegExp>> = {
  'a path of one machine': /(?:^|[\s'"`(=:])(?:\/(?:work|root|Users)\/|\/home\/\w|[A-Z]:\\Users\\)/m,
  'the host of a package registry': /\bregistry\.[a-z-]+\.[a-z]{2,}/i,
  'a key of PostHog': /\bph[xas]_[A-Za-z0-9]{30,}/,
};

describe('Every file of the project', () => {
  const files = filesBelow('.').filter((path) => !pictures.test(path));

  it('was found', () => {
    for (const path of ['package.json', 'package-lock.json', '.npmrc', 'README.md', 'src/extension.ts']) {
      assert.ok(files.includes(path), path);
    }
  });

  for (const [name, pattern] of Object.entries(unwanted)) {
    it(`does without ${name}`, () => {
      const found = files.flatMap((path) => {
        const match = pattern.exec(textOf(path));
        return match ? [`${path}: ${match[0].trim()}`] : [];
      });
      assert.deepEqual(found, []);
    });
  }

  it('can be installed from any registry: the lockfile names none', () => {
    assert.doesNotMatch(textOf('package-lock.json'), /"resolved"/);
    assert.match(textOf('.npmrc'), /^omit-lockfile-registry-resolved=true$/m);
  });
});
