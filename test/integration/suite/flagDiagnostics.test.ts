import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  ConfigurationTarget,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { readsOf } from './flagReads';
import { editorParts, eventually, openSampleProject, sampleControl, script } from './sampleProject';
import { deleteFile, fileAt, writeFile } from './workspaceFiles';

const slip = 'checkout-button-color';
const settings = () => workspace.getConfiguration('experimentLens');
const open = (language: string, content: string) => workspace.openTextDocument({ language, content });
const ours = (document: TextDocument): readonly Diagnostic[] =>
  languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Experiment Lens');
const codesOf = (document: TextDocument) => ours(document).map(({ code }) => codeOf(code));
const codeOf = (code: Diagnostic['code']) => (typeof code === 'object' ? code.value : code);

async function saysOnly(document: TextDocument, ...codes: readonly string[]): Promise<void> {
  await eventually(
    `${codes.join(', ') || 'nothing'} in ${document.languageId}`,
    () => codesOf(document).join() === codes.join(),
  );
}

async function fixesIn(document: TextDocument): Promise<readonly CodeAction[]> {
  const all = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
  );
  return actions.filter(({ title }) => /^(?:Change|Open the|Create an|Ignore|Turn)/.test(title));
}

async function applyFix(document: TextDocument, title: RegExp): Promise<void> {
  const fix = (await fixesIn(document)).find((action) => title.test(action.title));
  assert.ok(fix, `no fix ${title} in ${document.languageId}`);
  if (fix.edit) assert.ok(await workspace.applyEdit(fix.edit));
  if (fix.command) await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
}

describe('Diagnostics', () => {
  before(openSampleProject);
  afterEach(async () => {
    for (const name of ['enabled', 'severity', 'ignoredFlags'])
      for (const target of [ConfigurationTarget.Global, ConfigurationTarget.Workspace])
        await settings().update(`diagnostics.${name}`, undefined, target);
  });

  // All languages at once: each waits until the typing ends.
  const inEachLanguage = (check: (document: TextDocument) => Promise<void>) =>
    Promise.all(
      Object.entries(readsOf(slip)).map(async ([language, content]) => {
        const document = await open(language, content);
        await saysOnly(document, 'unknown-key');
        await check(document);
        await saysOnly(document);
      }),
    );

  it('tell a key that no flag has, and put it right, in eleven languages', async () => {
    await inEachLanguage(async (document) => {
      const [diagnostic] = ours(document);
      assert.ok(diagnostic);
      assert.equal(document.getText(diagnostic.range), slip);
      assert.equal(diagnostic.severity, DiagnosticSeverity.Information);
      assert.match(
        diagnostic.message,
        /has no flag "checkout-button-color"\. Did you mean "checkout-button-colour"\?$/,
      );
      assert.ok(typeof diagnostic.code === 'object' && 'target' in diagnostic.code);
      assert.match(diagnostic.code.target.toString(), /\/docs\/diagnostics\.md#unknown-key$/);
      await applyFix(document, /^Change to "checkout-button-colour"$/);
      assert.ok(document.getText().includes('checkout-button-colour'));
    });
  });

  it('are silenced by a comment in eleven languages', async () => {
    await inEachLanguage(async (document) => {
      await applyFix(document, /^Ignore "unknown-key" Here$/);
      assert.match(document.getText(), /experiment-lens-ignore unknown-key/);
    });
  });

  it('come once the typing ends, and go with what was wrong', async () => {
    const document = await open('typescript', readsOf('homepage-hero')['typescript'] ?? '');
    const editor = await window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('-hero'));
    await editor.edit((edit) => edit.insert(at, '-old'));
    await saysOnly(document, 'unknown-key');
    await editor.edit((edit) => edit.delete(new Range(at, at.translate(0, 4))));
    await saysOnly(document);
  });

  it('tell variants that nobody gets or nothing handles, and a yes or no of several', async () => {
    const read = (rest: string) =>
      script(`import posthog from 'posthog-js';\nexport function f() {\n${rest}\n}\n`);
    const hero = `posthog.getFeatureFlag('homepage-hero')`;
    await saysOnly(await read(`if (${hero} === 'foto') a();`), 'variant-not-served');
    await saysOnly(
      await read(`switch (${hero}) { case 'photo': a(); break; case 'film': b(); }`),
      'variant-not-handled',
    );
    await saysOnly(await read(`if (posthog.isFeatureEnabled('homepage-hero')) a();`), 'boolean-read');
    await saysOnly(await read(`if (${hero} === 'photo') a();`));
  });

  it('tell experiments that are over or not begun, as hints', async () => {
    const ended = await script(readsOf('express-pay')['typescript'] ?? '');
    await saysOnly(ended, 'experiment-ended');
    assert.equal(ours(ended)[0]?.severity, DiagnosticSeverity.Hint);
    assert.deepEqual(
      (await fixesIn(ended)).map(({ title }) => title),
      [
        'Open the Experiment',
        'Ignore "experiment-ended" Here',
        'Turn "experiment-ended" Off in This Workspace',
      ],
    );
    await saysOnly(await script(readsOf('gift-wrapping-option')['typescript'] ?? ''), 'draft-read');
  });

  it('obey the settings at once', async () => {
    const document = await open('python', readsOf(slip)['python'] ?? '');
    await saysOnly(document, 'unknown-key');
    await settings().update('diagnostics.severity', { 'unknown-key': 'warning' }, ConfigurationTarget.Global);
    await eventually('a warning', () => ours(document)[0]?.severity === DiagnosticSeverity.Warning);
    await settings().update('diagnostics.severity', { 'unknown-key': 'off' }, ConfigurationTarget.Global);
    await saysOnly(document);
    await settings().update('diagnostics.severity', undefined, ConfigurationTarget.Global);
    await saysOnly(document, 'unknown-key');
    await settings().update('diagnostics.enabled', false, ConfigurationTarget.Global);
    await saysOnly(document);
  });

  it('can be turned off in the workspace, a flag or a kind', async () => {
    const document = await open('go', readsOf(slip)['go'] ?? '');
    await saysOnly(document, 'unknown-key');
    await applyFix(document, /^Ignore the Flag/);
    await saysOnly(document);
    assert.deepEqual(settings().inspect('diagnostics.ignoredFlags')?.workspaceValue, [slip]);
    await settings().update('diagnostics.ignoredFlags', undefined, ConfigurationTarget.Workspace);
    await saysOnly(document, 'unknown-key');
    await applyFix(document, /^Turn "unknown-key" Off/);
    await saysOnly(document);
  });

  it('are not about code of another project', async () => {
    try {
      await writeFile('other/.posthog.json', '{"projectId": 999}');
      await writeFile('other/a.py', readsOf(slip)['python'] ?? '');
      await writeFile('own/a.py', readsOf(slip)['python'] ?? '');
      const other = await workspace.openTextDocument(fileAt('other/a.py'));
      const own = await workspace.openTextDocument(fileAt('own/a.py'));
      await saysOnly(own, 'unknown-key');
      await saysOnly(other);
    } finally {
      for (const path of ['other', 'own']) await deleteFile(path);
    }
  });

  it('go by what is known while PostHog is down, and typing asks for nothing', async () => {
    await openSampleProject();
    const first = await open('python', readsOf(slip)['python'] ?? '');
    await saysOnly(first, 'unknown-key');
    const control = sampleControl();
    control.add({ kind: 'status', status: 503 });
    try {
      await commands.executeCommand('experimentLens.refresh');
      const { flags } = await editorParts();
      const state = flags.session?.store.state;
      assert.equal(state?.flagKeys.state, 'failed');
      const document = await open('php', readsOf(slip)['php'] ?? '');
      const editor = await window.showTextDocument(document);
      await saysOnly(document, 'unknown-key');
      const at = document.positionAt(document.getText().indexOf(slip));
      await editor.edit((edit) => edit.insert(at, 'x'));
      await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, at);
      await saysOnly(document, 'unknown-key');
      await saysOnly(first, 'unknown-key');
      assert.equal(flags.session?.store.state, state, 'typing asked for something');
    } finally {
      control.clear();
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('are silent in quiet mode, and come back', async () => {
    const document = await open('java', readsOf(slip)['java'] ?? '');
    await saysOnly(document, 'unknown-key');
    await commands.executeCommand('experimentLens.toggleQuietMode');
    await saysOnly(document);
    await commands.executeCommand('experimentLens.toggleQuietMode');
    await saysOnly(document, 'unknown-key');
  });

  it('go with the document, and when somebody signs out', async () => {
    const document = await open('ruby', readsOf(slip)['ruby'] ?? '');
    await window.showTextDocument(document);
    await saysOnly(document, 'unknown-key');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await saysOnly(document);
    const other = await open('ruby', readsOf(slip)['ruby'] ?? '');
    await saysOnly(other, 'unknown-key');
    await commands.executeCommand('experimentLens.signOut');
    await saysOnly(other);
    await openSampleProject();
    await saysOnly(other, 'unknown-key');
  });
});
