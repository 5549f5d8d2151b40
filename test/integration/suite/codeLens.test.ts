import assert from 'node:assert/strict';
import { ConfigurationTarget, Uri, workspace } from 'vscode';
import { givenLenses, lensTitles, openSampleProject, script } from './sampleProject';

describe('the code lens', () => {
  before(openSampleProject);
  const settings = () => workspace.getConfiguration('experimentLens');
  afterEach(() => settings().update('codeLens.enabled', undefined, ConfigurationTarget.Global));

  it('stands once at each call that names a flag, and nowhere else', async () => {
    const code = await script(
      [
        `// posthog.isFeatureEnabled('express-pay')`,
        `const label = 'express-pay';`,
        `if (posthog.isFeatureEnabled('express-pay')) show("it's 'express-pay'");`,
        `const variant = useFeatureFlagVariantKey(\`newsletter-popup\`);`,
        `other.isFeatureEnabled('no-such-flag');`,
      ].join('\n'),
    );
    const titles = await lensTitles(code);
    assert.equal(titles.length, 2);
    assert.match(titles[0] ?? '', /Ended .* · flag still splits traffic$/);
    assert.match(titles[1] ?? '', /^\$\(beaker\)\sRunning \d+ d · .* · \+1 more$/);
  });

  it('appears in the files of a shop that uses the flags', async () => {
    const files = await workspace.findFiles('**/*.{ts,tsx,js}');
    assert.ok(files.length > 0);
    const titles = await Promise.all(
      files.map(async (file) => lensTitles(await workspace.openTextDocument(file))),
    );
    assert.ok(titles.flat().length >= 4, 'hardly any lens in the sample workspace');
    for (const title of titles.flat()) assert.ok(title.replace(/^\$\([a-z-]+\)/, '..').length <= 80, title);
  });

  it('can be switched off without a reload', async () => {
    const code = await script(`posthog.isFeatureEnabled('express-pay')`);
    await settings().update('codeLens.enabled', false, ConfigurationTarget.Global);
    assert.deepEqual(await lensTitles(code), []);
    await settings().update('codeLens.enabled', undefined, ConfigurationTarget.Global);
    assert.equal((await lensTitles(code)).length, 1);
  });

  it('leaves other languages and what a review shows of the past alone', async () => {
    const content = `posthog.isFeatureEnabled('express-pay')`;
    const text = await workspace.openTextDocument({ language: 'plaintext', content });
    assert.deepEqual(await givenLenses(text), []);
    const past = workspace.registerTextDocumentContentProvider('review', {
      provideTextDocumentContent: () => content,
    });
    try {
      const old = await workspace.openTextDocument(Uri.parse('review:/checkout.ts'));
      assert.equal(old.languageId, 'typescript');
      assert.equal(old.getText(), content);
      assert.deepEqual(await givenLenses(old), []);
      assert.equal((await lensTitles(await script(content))).length, 1);
    } finally {
      past.dispose();
    }
  });
});
