import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  extensions,
  type Location,
  type LocationLink,
  Position,
  type SymbolInformation,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { TestApi } from '../../../src/extension';
import { editorParts, eventually, idOfFlag, openPanels, useSampleProject } from './sampleProject';
import { deleteFile, fileAt, writeFile } from './workspaceFiles';

/** Each reads `express-pay`, in the words of a language that VS Code brings along. */
const reads: Readonly<Record<string, string>> = {
  typescript: `import posthog from 'posthog-js';\nposthog.isFeatureEnabled('express-pay');\n`,
  javascriptreact: `import { useFeatureFlagEnabled } from 'posthog-js/react';\nuseFeatureFlagEnabled('express-pay');\n`,
  python: `import posthog\nposthog.feature_enabled("express-pay", user)\n`,
  ruby: `posthog.is_feature_enabled('express-pay', user)\n`,
  go: `package a\nimport "github.com/posthog/posthog-go"\nfunc f(client posthog.Client) {\n\tclient.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: "express-pay"})\n}\n`,
  php: `<?php\nPostHog::isFeatureEnabled('express-pay', $id);\n`,
  java: `import com.posthog.PostHog;\nclass A { void f() { PostHog.INSTANCE.isFeatureEnabled("express-pay"); } }\n`,
  swift: `import PostHog\nPostHogSDK.shared.isFeatureEnabled("express-pay")\n`,
  dart: `import 'package:posthog_flutter/posthog_flutter.dart';\nfinal a = await Posthog().isFeatureEnabled('express-pay');\n`,
  csharp: `using PostHog;\nclass A { void F(IPostHogClient posthog) { posthog.IsFeatureEnabledAsync("express-pay", id); } }\n`,
  rust: `use posthog_rs::Client;\nfn f(client: &Client) { client.is_feature_enabled("express-pay", user, None, None, None); }\n`,
};

/** A document, and where the text stands in it for the first time. */
async function at(
  language: string,
  content: string,
  text = 'express-pay',
): Promise<[TextDocument, Position]> {
  const document = await workspace.openTextDocument({ language, content });
  const { flags } = await editorParts();
  await eventually('the project of the document is known', () => flags.lookAt(document) !== undefined);
  return [document, document.positionAt(content.indexOf(text) + 2)];
}

const uriOf = (found: Location | LocationLink) => ('targetUri' in found ? found.targetUri : found.uri);
const placeOf = (found: Location | LocationLink) => {
  const range = 'targetUri' in found ? found.targetRange : found.range;
  return `${uriOf(found).path.split('/').slice(-2).join('/')}:${range.start.line + 1}`;
};
const ask = async <T>(command: string, ...args: unknown[]): Promise<T> =>
  commands.executeCommand<T>(command, ...args);
const definitions = ([document, position]: [TextDocument, Position]) =>
  ask<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, position);
const references = ([document, position]: [TextDocument, Position]) =>
  ask<Location[]>('vscode.executeReferenceProvider', document.uri, position);
const ours = (links: readonly DocumentLink[]) =>
  links.filter(({ target }) => target?.scheme === 'command' && target.path.startsWith('experimentLens.'));
const links = async ([document]: [TextDocument, Position]) =>
  ours(await ask<DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10));

describe('Navigation', function () {
  // VS Code asks the language's own providers too, and those start when they are asked.
  this.timeout(90_000);
  let api: TestApi;
  useSampleProject();

  beforeEach('looks through the code', async () => {
    const extension = extensions.getExtension<TestApi>('experiment-lens.experiment-lens');
    assert.ok(extension);
    api = extension.exports;
    await eventually('the code was looked through', () => api.code.state.kind === 'ready');
  });
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [language, content] of Object.entries(reads)) {
    it(`leads from a key to its experiment and its places: ${language}`, async () => {
      const spot = await at(language, content);
      const [definition, ...more] = await definitions(spot);
      assert.ok(definition);
      assert.equal(more.length, 0);
      assert.equal(uriOf(definition).scheme, 'experiment-lens');
      const [document] = spot;
      const places = await references(spot);
      assert.ok(
        places.some(({ uri }) => uri.toString() === document.uri.toString()),
        'in the document',
      );
      assert.ok(places.map(placeOf).includes('checkout/checkoutButton.ts:20'), places.map(placeOf).join());
      const [link, ...others] = await links(spot);
      assert.equal(others.length, 0);
      assert.equal(document.getText(link?.range), 'express-pay');
      assert.match(
        link?.target?.toString(true) ?? '',
        /^command:experimentLens\.openExperiment\?\[\{"id":\d+\}\]$/,
      );
    });

    it(`refuses to rename a key, with its reason: ${language}`, async () => {
      const [document, position] = await at(language, content);
      await assert.rejects(
        ask('vscode.prepareRename', document.uri, position),
        /never change.*Duplicate Experiment/s,
      );
      await assert.rejects(
        ask('vscode.executeDocumentRenameProvider', document.uri, position, 'other-key'),
        /never change/,
      );
    });
  }

  it('says nothing where no key stands, and in what a review shows of the past', async () => {
    const spot = await at(
      'python',
      'import posthog\nposthog.feature_enabled("express-pay", user)\n',
      'import',
    );
    assert.deepEqual(await definitions(spot), []);
    assert.deepEqual(await references(spot), []);
    const past = workspace.registerTextDocumentContentProvider('review', {
      provideTextDocumentContent: () => reads['python'] ?? '',
    });
    try {
      const old = await workspace.openTextDocument(Uri.parse('review:/checkout.py'));
      const there: [TextDocument, Position] = [old, new Position(1, 28)];
      assert.deepEqual(await definitions(there), []);
      assert.deepEqual(await links(there), []);
    } finally {
      past.dispose();
    }
  });

  it('leads to the constant that holds a key, and to no other place', async () => {
    await writeFile('held/flags.py', `EXPRESS = "express-pay"\n`);
    await writeFile(
      'held/use.py',
      `import posthog\nfrom flags import EXPRESS\nposthog.feature_enabled(EXPRESS, user)\n`,
    );
    try {
      await eventually('the constant is known', () => api.code.isDefined('express-pay'));
      const literal = await at('ruby', reads['ruby'] ?? '');
      assert.deepEqual((await definitions(literal)).map(placeOf), ['held/flags.py:1']);
      assert.deepEqual(await links(literal), [], 'the link would lead elsewhere');
      const document = await workspace.openTextDocument(fileAt('held/use.py'));
      const { flags } = await editorParts();
      await eventually(
        'the name is known in the document',
        () => flags.lookAt(document)?.references.length === 1,
      );
      const name: [TextDocument, Position] = [document, new Position(2, 26)];
      assert.deepEqual((await definitions(name)).map(placeOf), ['held/flags.py:1']);
      const places = (await references(name)).map(placeOf);
      assert.ok(places.includes('held/flags.py:1') && places.includes('held/use.py:3'), places.join());
      const rename = await ask('vscode.prepareRename', document.uri, name[1]).then(
        () => 'left to the language',
        (error: unknown) => String(error),
      );
      assert.doesNotMatch(rename, /never change/);
    } finally {
      await deleteFile('held');
      await eventually('the constant is forgotten', () => !api.code.isDefined('express-pay'));
    }
  });

  it('shows nothing of the open project in code of another one', async () => {
    await writeFile('other/.posthog.json', JSON.stringify({ projectId: 987_654 }));
    await writeFile('other/use.py', reads['python'] ?? '');
    try {
      const document = await workspace.openTextDocument(fileAt('other/use.py'));
      const { flags } = await editorParts();
      await eventually('its project is known', () => flags.lookAt(document)?.otherProjectId === 987_654);
      const spot: [TextDocument, Position] = [document, new Position(1, 28)];
      assert.deepEqual(await definitions(spot), []);
      assert.deepEqual(await links(spot), []);
      await assert.rejects(ask('vscode.prepareRename', document.uri, spot[1]), /make a flag with that key/);
    } finally {
      await deleteFile('other');
    }
  });

  it('shows the experiment as text in a peek, and its panel to whoever goes there', async () => {
    const [definition] = await definitions(await at('ruby', reads['ruby'] ?? ''));
    assert.ok(definition);
    const text = (await workspace.openTextDocument(uriOf(definition))).getText();
    assert.match(text, /^### .*\n[^]*Flag express\\?-pay/);
    assert.equal(openPanels().length, 0);
    await window.showTextDocument(uriOf(definition));
    await eventually('the panel is in its place', () => openPanels().length === 1);
  });

  it('finds keys among the symbols of the workspace', async () => {
    const found = await ask<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'exprpay');
    const own = found.filter(({ name }) => name === 'express-pay');
    assert.equal(own.length, 1);
    assert.match(own[0]?.containerName ?? '', /^experiment “.+”$/);
    assert.equal(placeOf(own[0]?.location as Location), 'checkout/checkoutButton.ts:20');
  });

  it('goes from flag to flag in a file, round its end', async () => {
    const document = await workspace.openTextDocument(fileAt('web/checkout/checkoutButton.ts'));
    const editor = await window.showTextDocument(document);
    const { flags } = await editorParts();
    await eventually('the document is looked at', () => flags.lookAt(document)?.references.length === 2);
    const keys: unknown[] = [];
    for (const direction of ['next', 'next', 'next', 'previous'])
      keys.push(await ask(`experimentLens.${direction}Reference`));
    assert.deepEqual(keys, [
      { key: 'checkout-button-colour' },
      { key: 'express-pay' },
      { key: 'checkout-button-colour' },
      { key: 'express-pay' },
    ]);
    assert.equal(editor.selection.active.line, 19);
  });

  it('goes from a row to the code and back', async () => {
    const id = await idOfFlag('express-pay');
    assert.deepEqual(await ask('experimentLens.revealInCode', { id }), { id });
    assert.equal(window.activeTextEditor?.document.uri.path.endsWith('/checkoutButton.ts'), true);
    assert.equal(window.activeTextEditor?.selection.active.line, 19);
    await eventually('the row is found again', async () => {
      const found = await ask<{ id?: number } | undefined>('experimentLens.revealInTree');
      return found?.id === id;
    });
  });
});
