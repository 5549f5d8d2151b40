import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from '../../../src/node/sandboxServer';
import type { SandboxCore } from '../../../src/sandbox/sandbox';

/** A sandbox server on a free port. Disposing it ends it, whatever hangs there. */
export async function listen(core: SandboxCore): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer(core);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
