import assert from 'node:assert/strict';
import { commands, Selection, window } from 'vscode';
import { codeIn, hoverAt } from './hoverAt';
import { editorParts, eventually, lensTitles, openSampleProject, sampleControl } from './sampleProject';

const read = `if (posthog.getFeatureFlag('newsletter-popup') === 'test') { a(); }`;

describe('At the line, over time', () => {
  before(openSampleProject);

  it('says what is known at once while PostHog is slow or down, and asks once', async () => {
    await openSampleProject();
    const { flags } = await editorParts();
    const control = sampleControl();
    const document = await codeIn('typescript', `posthog.isFeatureEnabled('express-pay')`);
    assert.equal((await lensTitles(document)).length, 1);
    control.add({ kind: 'status', status: 503 });
    try {
      const first = (await hoverAt(document, 'express-pay')) ?? '';
      assert.match(first, /Ended/);
      assert.match(first, /could not be read/);
      const state = flags.session?.store.state;
      await hoverAt(document, 'express-pay');
      assert.equal(flags.session?.store.state, state, 'a second look asked again');
      assert.equal((await lensTitles(document)).length, 1);
    } finally {
      control.clear();
    }
  });

  it('says what is known while PostHog is slow, and the rest when it is there', async () => {
    await openSampleProject();
    const { flags } = await editorParts();
    const control = sampleControl();
    // The tree reads verdicts of running experiments by itself.
    const document = await codeIn('typescript', `posthog.isFeatureEnabled('express-pay')`);
    await lensTitles(document);
    control.latencyMs = 2_000;
    try {
      const first = (await hoverAt(document, 'express-pay')) ?? '';
      assert.match(first, /Ended/);
      assert.doesNotMatch(first, /vs control/);
      assert.match((await lensTitles(document))[0] ?? '', /Ended/);
      await eventually('the verdict is there', () => Boolean(flags.find('express-pay')?.shown?.results));
      assert.match((await hoverAt(document, 'express-pay')) ?? '', /vs control/);
    } finally {
      control.latencyMs = 0;
    }
  });

  it('asks PostHog nothing because somebody types, moves or looks again', async () => {
    const { flags } = await editorParts();
    const document = await codeIn('typescript', read);
    const editor = await window.showTextDocument(document);
    await lensTitles(document);
    await hoverAt(document, 'newsletter-popup');
    await eventually('all is read', () => Boolean(flags.find('newsletter-popup')?.shown?.results));
    const control = sampleControl();
    const take = control.take.bind(control);
    const asked: string[] = [];
    control.take = (method, path) => {
      asked.push(path);
      return take(method, path);
    };
    try {
      for (const text of ['x', ` posthog.isFeatureEnabled('express-pay');`, 'y']) {
        await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), text));
        await lensTitles(document);
        await hoverAt(document, 'newsletter-popup');
        editor.selection = new Selection(0, 1, 0, 2);
      }
      assert.deepEqual(asked, []);
    } finally {
      control.take = take;
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('leads from the status bar to an experiment of the active file', async () => {
    const document = await codeIn('typescript', read);
    await window.showTextDocument(document);
    await lensTitles(document);
    const opened = commands.executeCommand<{ id: number } | undefined>('experimentLens.showInFile');
    let isOpen = false;
    void opened.then(() => (isOpen = true));
    await eventually('an experiment was picked', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOpen;
    });
    const { flags } = await editorParts();
    assert.equal((await opened)?.id, flags.find('newsletter-popup')?.shown?.experiment.id);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows in its view what the active file names', async () => {
    const { fileView } = await editorParts();
    const document = await codeIn('typescript', `${read}\nposthog.isFeatureEnabled('no-such-flag');`);
    await window.showTextDocument(document);
    await eventually('the view follows the editor', () => fileView.getChildren().length === 2);
    const [first, second] = fileView.getChildren();
    assert.ok(first && second);
    assert.equal(fileView.getTreeItem(first).contextValue?.includes('experiment'), true);
    assert.equal(fileView.getTreeItem(second).label, 'no-such-flag');
    const [place] = fileView.getChildren(first);
    assert.ok(place);
    assert.equal(fileView.getTreeItem(place).label, 'Line 1');
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
