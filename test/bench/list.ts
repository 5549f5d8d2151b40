import { createApiCaller } from '../../src/core/api/caller';
import { PostHogClient } from '../../src/core/api/client';
import type { Transport } from '../../src/core/api/transport';
import { createAxiosTransport } from '../../src/net/axiosTransport';
import { createSandbox } from '../../src/sandbox/inProcessTransport';
import { sandboxKeys } from '../../src/sandbox/keys';
import { startSandbox } from '../support/startSandbox';
import { figure, type Figure, time } from './measure';

const size = 120;

/** Reading all experiments of a project of 120: two pages of open ones and one of archived ones. */
export async function measureList(): Promise<Figure[]> {
  const sandbox = createSandbox({ experiments: size });
  const inProcess = await time(20, () => listAll(sandbox.transport, sandbox.projectId));
  await using server = await startSandbox({ experiments: size });
  const http = createAxiosTransport({ host: server.url, token: sandboxKeys.full.value });
  const overHttp = await time(20, () => listAll(http, sandbox.projectId));
  return [
    figure(`list of ${size}, in process`, 'ms', inProcess),
    figure(`list of ${size}, over loopback HTTP`, 'ms', overHttp),
  ];
}

async function listAll(transport: Transport, projectId: number): Promise<void> {
  const client = new PostHogClient(createApiCaller(transport));
  const signal = new AbortController().signal;
  const [open, archived] = await Promise.all([
    client.experiments.list(projectId, {}, signal),
    client.experiments.list(projectId, { archived: true }, signal),
  ]);
  const read = open.rows.length + archived.rows.length;
  if (read !== size) throw new Error(`Read ${read} experiments instead of ${size}.`);
}
