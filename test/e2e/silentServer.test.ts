import assert from 'node:assert/strict';
import { createServer, type Server, type Socket } from 'node:net';
import { useWorkbench } from './useWorkbench';

/** Takes every connection and never says a word. */
class SilentServer {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  connections = 0;

  constructor() {
    this.#server = createServer((socket) => {
      this.connections++;
      this.#sockets.add(socket);
      socket.on('error', () => this.#sockets.delete(socket));
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('The silent server has no address.');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

describe('a PostHog that never answers, end to end', function () {
  this.timeout(180_000);
  const silent = new SilentServer();
  before('listen', () => silent.listen());
  const used = useWorkbench({ env: () => ({ POSTHOG_HOST: silent.url }) });
  after('close', () => silent.close());

  it('costs the start nothing: nobody is asked before the view is seen', async () => {
    const { workbench } = used();
    await workbench.runCommand('Experiment Lens: Show Log');
    // What it says proves that the extension is up; what would be asked at its start was asked before.
    await workbench.runCommand('Experiment Lens: Sign Out');
    await workbench.waitUntil('the answer of the extension', async () =>
      (await workbench.notifications()).some((message) => message.includes('The environment signs in')),
    );
    assert.equal(silent.connections, 0);
  });

  it('leaves the view loading and every command at hand', async () => {
    const { workbench } = used();
    await workbench.openView('Experiment Lens');
    await workbench.row('Experiments', 'Loading experiments…').waitFor();
    await workbench.waitUntil('a request', async () => silent.connections > 0);
    await workbench.runCommand('Experiment Lens: Create Experiment');
    await workbench.pick('New flag');
    await workbench.waitForPrompt('What does the experiment try?');
    await workbench.page.keyboard.press('Escape');
    await workbench.row('Experiments', 'Loading experiments…').waitFor();
  });
});

describe('A PostHog that no longer answers, end to end', function () {
  this.timeout(180_000);
  const used = useWorkbench();

  it('leaves the list of the last time on screen after a restart, from the disk', async () => {
    const { workbench, sandbox } = used();
    await workbench.openView('Experiment Lens');
    await workbench.row('Experiments', 'Checkout button colour, Running').waitFor();
    await sandbox.addFault({ delayMs: 600_000 });
    await workbench.page.reload();
    await workbench.row('Experiments', 'Checkout button colour, Running').waitFor();
    assert.equal(await workbench.row('Experiments', 'Loading experiments…').count(), 0);
  });
});
