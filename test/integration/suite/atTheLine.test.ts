import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  ConfigurationTarget,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Uri,
  window,
  workspace,
} from 'vscode';
import { codeIn, hoverAt } from './hoverAt';
import { editorParts, eventually, givenLenses, lensTitles, openSampleProject } from './sampleProject';

const settings = () => workspace.getConfiguration('experimentLens');
const set = (name: string, value: unknown) => settings().update(name, value, ConfigurationTarget.Global);
const changed = [
  'codeLens.show',
  'codeLens.branches',
  'codeLens.enabled',
  'hover.enabled',
  'quietMode',
  'decorations.branchHints',
  'decorations.fadeLost',
];

/** Code that reads a flag and tells its variants apart, in the languages that VS Code knows by itself. */
const reads: Readonly<Record<string, string>> = {
  typescript: `if (posthog.getFeatureFlag('newsletter-popup') === 'test') { a(); }`,
  typescriptreact: `const P = () => <p>{posthog.getFeatureFlag('newsletter-popup') === 'test' ? 'a' : 'b'}</p>;`,
  javascript: `if (posthog.getFeatureFlag('newsletter-popup') === 'test') { a(); }`,
  python: `if posthog.get_feature_flag("newsletter-popup", uid) == "test":\n    a()\n`,
  go: `if v, _ := client.GetFeatureFlag(posthog.FeatureFlagPayload{Key: "newsletter-popup", DistinctId: id}); v == "test" {\n\ta()\n}`,
  ruby: `if posthog.get_feature_flag('newsletter-popup', id) == 'test'\n  a\nend\n`,
  php: `<?php\nif (PostHog::getFeatureFlag('newsletter-popup', $id) === 'test') { a(); }`,
  java: `class A {\n  void b() {\n    if (posthog.getFeatureFlag("newsletter-popup").equals("test")) { a(); }\n  }\n}`,
  swift: `if PostHogSDK.shared.getFeatureFlag("newsletter-popup") as? String == "test" { a() }`,
  csharp: `if (await posthog.GetFeatureFlagAsync("newsletter-popup", id) == "test") { A(); }`,
};

describe('At the line', () => {
  before(openSampleProject);
  afterEach(async () => {
    for (const name of changed) await set(name, undefined);
  });

  for (const [language, content] of Object.entries(reads)) {
    it(`says in ${language} what the experiment says, above the call and where the mouse rests`, async () => {
      const document = await codeIn(language, content);
      const titles = await lensTitles(document);
      assert.equal(titles.length, 1, titles.join('\n'));
      assert.match(titles[0] ?? '', /^\$\(beaker\)\s.*Running \d+ d/);
      const hover = (await hoverAt(document, 'newsletter-popup')) ?? '';
      assert.match(hover, /^\*\*.* Running \d+ d\*\*/);
      assert.ok(hover.split('\n').length <= 8, hover);
      assert.match(hover, /\[Results\]\(command:experimentLens\.openExperiment\?[^)]*\)/);
    });
  }

  it('says in a hover what the branch serves, by the name of a variant and by the word it begins with', async () => {
    const document = await codeIn('typescript', reads['typescript'] ?? '');
    assert.match((await hoverAt(document, `test'`)) ?? '', /This code serves test/);
    assert.match((await hoverAt(document, 'if')) ?? '', /This code serves test/);
    assert.equal(await hoverAt(document, 'a()'), undefined);
  });

  it('says the status alone, says it above branches, or says nothing, as the settings are now', async () => {
    const document = await codeIn('typescript', reads['typescript'] ?? '');
    await hoverAt(document, 'newsletter-popup');
    await set('codeLens.show', 'status');
    assert.match((await lensTitles(document))[0] ?? '', /^\$\(beaker\)\sRunning \d+ d · [^·]* · \+1 more$/);
    await set('codeLens.branches', true);
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      10,
    );
    assert.ok(lenses.some(({ command }) => command?.command === '' && /^test · \d+%/.test(command.title)));
    await set('codeLens.show', 'off');
    assert.deepEqual(await lensTitles(document), []);
    await set('hover.enabled', false);
    assert.equal(await hoverAt(document, 'newsletter-popup'), undefined);
  });

  it('says it in the cells of a notebook', async () => {
    const cell = new NotebookCellData(NotebookCellKind.Code, reads['python'] ?? '', 'python');
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData([cell]));
    await window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    // The window reads a cell when it draws it, and refuses commands about it before.
    const titles = () => lensTitles(document).catch((): string[] => []);
    await eventually('the cell has a lens', async () => (await titles()).length === 1);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is quiet by one command, and not quiet by the same', async () => {
    const document = await codeIn('typescript', reads['typescript'] ?? '');
    assert.deepEqual(await commands.executeCommand('experimentLens.toggleQuietMode'), { quiet: true });
    assert.deepEqual(await givenLenses(document), []);
    assert.deepEqual(await commands.executeCommand('experimentLens.toggleQuietMode'), { quiet: false });
    assert.equal((await lensTitles(document)).length, 1);
  });

  it('keeps names of the server from being more than text', async () => {
    const flagKey = 'hostile-names';
    const name = '[click](command:evil) $(trash) <img src=x> **bold**';
    await commands.executeCommand('experimentLens.createExperiment', { name, flagKey });
    const document = await codeIn('typescript', `posthog.isFeatureEnabled('${flagKey}')`);
    const hover = (await hoverAt(document, flagKey)) ?? '';
    assert.ok(hover.includes('click'), hover);
    const links = [...hover.matchAll(/(?<!\\)\]\((.*?)\)/g)].map(([, target = '']) => target);
    assert.ok(links.length > 0);
    for (const link of links)
      assert.match(link, /^command:experimentLens\.(openExperiment|openInPostHog|exportResults)\?/);
    for (const title of await lensTitles(document)) assert.doesNotMatch(title.slice(3), /\$\(/);
  });

  it('judges code by its own project: the nearest .posthog.json decides', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const at = (path: string) => Uri.joinPath(folder.uri, 'projects', path);
    const write = (path: string, text: string) =>
      workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    const { flags } = await editorParts();
    const code = `import posthog from 'posthog-js';\n${reads['typescript']}\n`;
    await write('.posthog.json', '{"projectId":7200}');
    await write('shop/.posthog.json', '{"projectId":7100}');
    await write('shop/src/page.ts', code);
    await write('wholesale/page.ts', code);
    try {
      const own = await workspace.openTextDocument(at('shop/src/page.ts'));
      const other = await workspace.openTextDocument(at('wholesale/page.ts'));
      assert.equal((await lensTitles(own)).length, 1);
      assert.deepEqual(await lensTitles(other), []);
      const hover = (await hoverAt(other, 'newsletter-popup')) ?? '';
      assert.match(hover, /belongs to project 7200/);
      assert.match(hover, /command:experimentLens\.selectProject/);
      assert.doesNotMatch(hover, /Running|popup/);
      await write('.posthog.json', '{"projectId":7100}');
      await eventually(
        'the code belongs to the open project',
        async () => flags.lookAt(other)?.otherProjectId === undefined,
      );
      assert.equal((await lensTitles(other)).length, 1);
    } finally {
      await workspace.fs.delete(at('.'), { recursive: true });
    }
  });
});
