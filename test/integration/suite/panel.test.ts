import assert from 'node:assert/strict';
import { commands, type Tab, TabInputWebview, ViewColumn, window } from 'vscode';
import { eventually, idOfFlag, openSampleProject, script } from './sampleProject';

const panels = (): Tab[] =>
  window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('experimentLens.panel'),
    );

describe('the panel', () => {
  before(openSampleProject);
  beforeEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the code and is used again', async () => {
    await window.showTextDocument(await script('// the code'), ViewColumn.One);
    const id = await idOfFlag('express-pay');
    await commands.executeCommand('experimentLens.openExperiment', { id });
    await eventually('the panel is open', () => panels().length === 1);
    const [panel] = panels();
    assert.equal(panel?.label, 'Express payment on the product page');
    assert.equal(panel?.group.viewColumn, ViewColumn.Two);
    assert.equal(window.activeTextEditor?.document.getText(), '// the code', 'the panel took the focus');
    await commands.executeCommand('experimentLens.openExperiment', { id });
    // Tabs are told of in turn: when the next one is there, a second of the first would be too.
    const other = await idOfFlag('newsletter-popup');
    await commands.executeCommand('experimentLens.openExperiment', { id: other });
    await eventually('another panel is open', () => panels().some(({ label }) => label !== panel?.label));
    assert.equal(panels().filter(({ label }) => label === panel?.label).length, 1);
  });

  it('opens another experiment in the same column', async () => {
    await window.showTextDocument(await script('// the code'), ViewColumn.One);
    for (const flag of ['express-pay', 'newsletter-popup']) {
      await commands.executeCommand('experimentLens.openExperiment', { id: await idOfFlag(flag) });
    }
    await eventually('both panels are open', () => panels().length === 2);
    assert.deepEqual(
      panels().map((panel) => panel.group.viewColumn),
      [ViewColumn.Two, ViewColumn.Two],
    );
  });

  for (const [command, title] of [
    ['showStats', 'Experiment Statistics'],
    ['browseEligibleFlags', 'Eligible Flags'],
  ] as const) {
    it(`opens one page of ${title} and turns to it again`, async () => {
      await window.showTextDocument(await script('// the code'), ViewColumn.One);
      await commands.executeCommand(`experimentLens.${command}`);
      await eventually('the page is open', () => panels().length === 1);
      assert.equal(panels()[0]?.label, title);
      assert.equal(panels()[0]?.isActive, true);
      await window.showTextDocument(await script('// the code'), ViewColumn.One);
      await commands.executeCommand(`experimentLens.${command}`);
      await eventually('the page is shown again', () => panels()[0]?.isActive === true);
      assert.equal(panels().length, 1);
    });
  }

  it('turns the panel of the project from one of its pages to another', async () => {
    await commands.executeCommand('experimentLens.showStats');
    await eventually('the statistics are shown', () => panels()[0]?.label === 'Experiment Statistics');
    await commands.executeCommand('experimentLens.browseEligibleFlags');
    await eventually('the flags are shown', () => panels()[0]?.label === 'Eligible Flags');
    assert.equal(panels().length, 1);
  });
});
