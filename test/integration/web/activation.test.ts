import { type CodeLens, commands, extensions, TabInputWebview, window, workspace } from 'vscode';

// Runs in a web worker: no node:assert here.
describe('the extension in the browser', () => {
  it('activates without Node', async () => {
    if ('process' in globalThis) throw new Error('This is not the web-worker extension host.');
    const extension = extensions.getExtension('experiment-lens.experiment-lens');
    if (!extension) throw new Error('VS Code does not know the extension.');
    await extension.activate();
    if (!extension.isActive) throw new Error('The extension is not active.');
  });

  it('shows the sample data at the line, and opens it beside', async () => {
    await commands.executeCommand('experimentLens.useSampleData');
    await commands.executeCommand('experimentLens.refresh');
    const content = `posthog.isFeatureEnabled('checkout-button-colour');`;
    const document = await workspace.openTextDocument({ language: 'typescript', content });
    const look = async () =>
      (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10)).at(0);
    // What editors show is loaded once the project is open.
    let lens = await look();
    for (const end = Date.now() + 10_000; Date.now() < end && !lens;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      lens = await look();
    }
    const { title = '', command = '', arguments: args = [] } = lens?.command ?? {};
    if (!/Running \d+ d · Checkout button colour/.test(title)) throw new Error(`The lens says: ${title}`);
    await commands.executeCommand(command, ...(args as unknown[]));
    const isOpen = () =>
      window.tabGroups.all
        .flatMap((group) => group.tabs)
        .some(({ label, input }) => label === 'Checkout button colour' && input instanceof TabInputWebview);
    // The tab is told of a moment after the panel was made.
    for (const end = Date.now() + 10_000; Date.now() < end && !isOpen();) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (!isOpen()) throw new Error('The panel did not open.');
  });
});
