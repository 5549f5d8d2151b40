import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, ViewColumn, window, workspace } from 'vscode';
import type { ToWebview } from '../../../src/shared/panelProtocol';
import type { ExperimentView } from '../../../src/shared/panelView';
import { eventually, idOfFlag, lensTitles, openSampleProject, script } from './sampleProject';

/** In its first week, and no sample size is planned. */
const earlyFlag = 'product-card-layout';

describe('settings that take effect at once', () => {
  const original = window.createWebviewPanel;
  let said: ToWebview[] = [];

  before(openSampleProject);
  beforeEach('hear what panels are told', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    said = [];
    const heard: typeof original = (...place) => {
      const panel = original(...place);
      const { webview } = panel;
      const post = webview.postMessage.bind(webview);
      webview.postMessage = async (message: ToWebview) => {
        said.push(message);
        return post(message);
      };
      return panel;
    };
    Object.assign(window, { createWebviewPanel: heard });
  });
  afterEach('as it was', async () => {
    Object.assign(window, { createWebviewPanel: original });
    await set('resultsPalette', undefined);
    await set('hideEarlyResults', undefined);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('results have the colours of the theme in a panel that is open already', async () => {
    await openPanel();
    await eventually('the panel has its colours', () => palette() === 'colorblind');
    await set('resultsPalette', 'theme');
    await eventually('the panel has others', () => palette() === 'theme');
    await set('resultsPalette', undefined);
    await eventually('the panel has the first ones again', () => palette() === 'colorblind');
  });

  it('early results are folded away in an open panel and at the line, and shown again', async () => {
    await openPanel();
    await eventually('the panel shows the results', () =>
      Boolean(results()?.tables[0]?.metrics[0]?.rows[1]?.change),
    );
    const document = await script(`posthog.isFeatureEnabled('${earlyFlag}');`);
    const atTheLine = async () => (await lensTitles(document)).join('\n');
    assert.doesNotMatch(await atTheLine(), /hidden/);
    await set('hideEarlyResults', true);
    await eventually(
      'the panel folds them away',
      () => results()?.hiddenText === 'result hidden in the first week',
    );
    assert.equal(results()?.tables[0]?.metrics[0]?.rows[1]?.change, '');
    assert.match(await atTheLine(), /hidden in the first week/);
    await set('hideEarlyResults', undefined);
    await eventually('the panel shows them again', () => results()?.hiddenText === undefined);
    assert.doesNotMatch(await atTheLine(), /hidden/);
  });

  async function openPanel(): Promise<void> {
    await window.showTextDocument(await script('// the code'), ViewColumn.One);
    await commands.executeCommand('experimentLens.openExperiment', { id: await idOfFlag(earlyFlag) });
  }

  function palette(): string | undefined {
    return said.findLast((message) => message.kind === 'palette')?.palette;
  }

  /** What the panel was told last of the results. */
  function results() {
    const views = said.flatMap((message) =>
      message.kind === 'changed' ? [message.view as ExperimentView] : [],
    );
    return views.at(-1)?.content?.results;
  }
});

async function set(setting: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('experimentLens').update(setting, value, ConfigurationTarget.Global);
}
