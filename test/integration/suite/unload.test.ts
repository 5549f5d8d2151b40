import assert from 'node:assert/strict';
import { join } from 'node:path';
import { extensions, ExtensionMode, Uri } from 'vscode';
import type { TestApi } from '../../../src/extension';
import { loadCounted } from './loadCounted';
import { eventually } from './sampleProject';

const aMemento = () => {
  const values = new Map<string, unknown>();
  return {
    get: (key: string) => values.get(key),
    update: async (key: string, value: unknown) => void values.set(key, value),
  };
};

describe('The extension, when it is unloaded', () => {
  it('leaves no listener, nothing that it made and no timer behind', async () => {
    const extension = extensions.getExtension('experiment-lens.experiment-lens');
    assert.ok(extension);
    const { counted, activate, run } = loadCounted(join(extension.extensionPath, 'dist/extension.js'));
    const subscriptions: { dispose(): unknown }[] = [];
    const api = activate({
      subscriptions,
      globalState: aMemento(),
      workspaceState: aMemento(),
      secrets: { delete: async () => undefined, onDidChange: counted.event('secrets.onDidChange') },
      extensionUri: extension.extensionUri,
      globalStorageUri: Uri.joinPath(extension.extensionUri, '.vscode-test', 'unloaded'),
      extensionMode: ExtensionMode.Test,
    }) as TestApi;
    api.replaceConfirm(async () => true);
    await run('experimentLens.useSampleData');
    await run('experimentLens.refresh');
    const made = await run('experimentLens.createExperiment', { name: 'Unloaded', flagKey: 'unloaded' });
    await run('experimentLens.openExperiment', made);
    const alive = counted.alive();
    for (const label of [
      'createWebviewPanel',
      'registerCodeLensProvider',
      'secrets',
      'onDidReceiveMessage',
    ]) {
      assert.ok(
        alive.some((each) => each.includes(label)),
        `${label} is not among ${alive.join(', ')}`,
      );
    }
    for (const subscription of subscriptions) subscription.dispose();
    await eventually('all is gone', () => counted.alive().length === 0).catch(() => undefined);
    assert.deepEqual(counted.alive(), []);
  });
});
