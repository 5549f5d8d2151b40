import assert from 'node:assert/strict';
import { commands, env, extensions, Uri } from 'vscode';
import type { TestApi } from '../../../src/extension';
import { eventually, idOfFlag, openPanels, useSampleProject } from './sampleProject';

const openLink = async (link: string): Promise<unknown> => {
  const extension = extensions.getExtension<TestApi>('experiment-lens.experiment-lens');
  assert.ok(extension);
  return extension.exports.openLink(Uri.parse(link));
};

describe('A link from outside', function () {
  this.timeout(60_000);
  const opened = useSampleProject();
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('copies a link that leads back to the experiment', async () => {
    const id = await idOfFlag('express-pay');
    await commands.executeCommand('experimentLens.copyLink', { id });
    const link = await env.clipboard.readText();
    assert.match(
      link,
      new RegExp(`^${env.uriScheme}://experiment-lens\\.experiment-lens/experiment/${id}\\?project=\\d+$`),
    );
    assert.deepEqual(await openLink(link), { id });
    await eventually('its panel is open', () => openPanels().length === 1);
    assert.equal(opened().confirmations.asked.length, 0);
  });

  it('follows no link to another project of its own accord, and none that is no link of ours', async () => {
    const base = `${env.uriScheme}://experiment-lens.experiment-lens`;
    assert.match(JSON.stringify(await openLink(`${base}/experiment/1?project=987654`)), /refused.*987654/);
    for (const rest of ['/', '/experiment/x', '/experiment/1?project=1&run=delete', '/signOut']) {
      assert.match(JSON.stringify(await openLink(base + rest)), /refused.*nothing/i, rest);
    }
    assert.equal(openPanels().length, 0);
    assert.equal(opened().notifications.told.length, 5);
  });
});
