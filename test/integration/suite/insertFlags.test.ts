import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, extensions, Position, Selection, window, workspace } from 'vscode';
import type { TestApi } from '../../../src/extension';
import { eventually, idOfFlag, runForId, useSampleProject } from './sampleProject';
import { deleteFile, fileAt, readFile, writeFile } from './workspaceFiles';

describe('Code that is written for a flag', function () {
  this.timeout(60_000);
  let api: TestApi;
  const opened = useSampleProject();
  const settings = () => workspace.getConfiguration('experimentLens');

  beforeEach('looks through the code', async () => {
    const extension = extensions.getExtension<TestApi>('experiment-lens.experiment-lens');
    assert.ok(extension);
    api = extension.exports;
    await writeFile('made/empty.txt', '');
    await eventually('the code was looked through', () => api.code.state.kind === 'ready');
  });
  afterEach('leaves the workspace as it was', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await settings().update('flagTypes.keepCurrent', undefined, ConfigurationTarget.Global);
    await deleteFile('made');
  });

  /** The document after the check was inserted in its line. */
  async function inserted(language: string, content: string, line: number, flagKey = 'express-pay') {
    const id = await idOfFlag(flagKey);
    const document = await workspace.openTextDocument({ language, content });
    const editor = await window.showTextDocument(document);
    editor.options = { insertSpaces: true, tabSize: 2 };
    const end = document.lineAt(line).range.end;
    editor.selection = new Selection(end, end);
    assert.equal(await runForId('insertFlagCheck', { id, variants: ['control', 'test'] }), id);
    return document.getText().split('\n');
  }

  it('is a check by the SDK of the language, indented as the place is', async () => {
    assert.deepEqual(await inserted('ruby', "require 'posthog'\ndef pay\n  \nend\n", 2), [
      "require 'posthog'",
      'def pay',
      "  variant = posthog.get_feature_flag('express-pay', distinct_id)",
      "  if variant == 'test'",
      '    # test',
      '  else',
      '    # control',
      '  end',
      'end',
      '',
    ]);
  });

  it('uses the constant and the function that the project has', async () => {
    await writeFile(
      'made/flags.ts',
      `import posthog from 'posthog-js';\nexport const FLAGS = { pay: 'express-pay' } as const;\nexport function variantOf(key: string) {\n  return posthog.getFeatureFlag(key);\n}\n`,
    );
    await writeFile(
      'made/use.ts',
      `import { FLAGS, variantOf } from './flags';\nconst a = variantOf(FLAGS.pay);\nconst b = variantOf('homepage-hero');\n`,
    );
    await eventually('the function is known', () =>
      api.code
        .placesOf('homepage-hero')
        .some(({ kind, path }) => kind === 'wrapper' && path === 'made/use.ts'),
    );
    const id = await idOfFlag('express-pay');
    await writeFile('made/shop/page.ts', `import x from './x';\n\n`);
    const document = await workspace.openTextDocument(fileAt('made/shop/page.ts'));
    const editor = await window.showTextDocument(document);
    editor.selection = new Selection(new Position(2, 0), new Position(2, 0));
    assert.equal(await runForId('insertFlagCheck', { id, variants: ['control', 'test'] }), id);
    assert.match(
      document.getText(),
      /^import x from '.\/x';\nimport \{ FLAGS \} from '..\/flags';\nimport \{ variantOf \} from '..\/flags';\n\nconst variant = variantOf\(FLAGS\.pay\);\nif \(variant === 'test'\) \{\n/,
    );
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('is refused where no code is written', async () => {
    await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext', content: '' }));
    const result = await commands.executeCommand('experimentLens.insertFlagCheck', { id: 1 });
    assert.match(JSON.stringify(result), /refused.*into code/);
  });

  it('is a module of all flags, where the person says and over nobody else’s file', async () => {
    api.replaceAskWhere(async () => fileAt('made/flagTypes.ts'));
    const generate = () =>
      commands.executeCommand('experimentLens.generateFlagTypes', { language: 'typescript' });
    assert.deepEqual(await generate(), { file: fileAt('made/flagTypes.ts').toString() });
    const text = await readFile('made/flagTypes.ts');
    assert.match(text, /^\/\/ Written by Experiment Lens/);
    assert.match(text, /readonly 'express-pay': \{\n {4}readonly variant: 'control' \| 'test';/);
    await writeFile('made/flagTypes.ts', 'export const mine = 1;\n');
    assert.match(JSON.stringify(await generate()), /refused.*not written by Experiment Lens/);
    assert.equal(await readFile('made/flagTypes.ts'), 'export const mine = 1;\n');
    api.replaceAskWhere(async () => undefined);
    assert.equal(await generate(), undefined);
    assert.equal(opened().confirmations.asked.length, 0);
  });

  it('is kept current on request, in files that were written here alone', async () => {
    api.replaceAskWhere(async () => fileAt('made/flags_now.py'));
    await commands.executeCommand('experimentLens.generateFlagTypes', { language: 'python' });
    const text = await readFile('made/flags_now.py');
    const outdated = `${text.split('\n')[0]}\n`;
    await writeFile('made/flags_now.py', outdated);
    await settings().update('flagTypes.keepCurrent', true, ConfigurationTarget.Global);
    await eventually('it is written again', async () => (await readFile('made/flags_now.py')) === text);
    await writeFile('made/flags_now.py', 'MINE = 1\n');
    await settings().update('flagTypes.keepCurrent', false, ConfigurationTarget.Global);
    await settings().update('flagTypes.keepCurrent', true, ConfigurationTarget.Global);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal(await readFile('made/flags_now.py'), 'MINE = 1\n');
  });
});
