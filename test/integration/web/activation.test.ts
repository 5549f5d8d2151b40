import { extensions } from 'vscode';

// Runs in a web worker: no node:assert here.
describe('the extension in the browser', () => {
  it('activates without Node', async () => {
    if ('process' in globalThis) throw new Error('This is not the web-worker extension host.');
    const extension = extensions.getExtension('experiment-lens.experiment-lens');
    if (!extension) throw new Error('VS Code does not know the extension.');
    await extension.activate();
    if (!extension.isActive) throw new Error('The extension is not active.');
  });
});
