import { startSandbox, type Sandbox } from '../../support/startSandbox';
import { Client } from './client';

export type Era = 'B' | 'C' | 'D' | 'E' | 'F';

/** Filled in before the first test of the suite that asked for it. */
export interface Server {
  readonly client: Client;
}

/** A server of this suite's own, with these command-line flags, from before its first test until after its last. */
export function useServer(flags: readonly string[] = ['--era=F']): Server {
  let sandbox: Sandbox | undefined;
  let client: Client | undefined;
  before(async () => {
    sandbox = await startSandbox({ flags });
    const { POSTHOG_PERSONAL_API_KEY: key = '', POSTHOG_PROJECT_ID: projectId = '' } = sandbox.env;
    client = new Client(sandbox.url, key, projectId);
  });
  after(() => sandbox?.stop());
  return {
    get client() {
      if (!client) throw new Error('The server is started before the first test only.');
      return client;
    },
  };
}
