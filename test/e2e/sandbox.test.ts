import assert from 'node:assert/strict';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { projectRoot } from '../support/paths';

interface Address {
  readonly url: string;
  readonly apiKey: string;
  readonly projectId: number;
}

type Npm = ChildProcessByStdio<null, Readable, null>;

/** Starts the sandbox the way any client of PostHog's would. */
async function start(args: readonly string[]): Promise<{ npm: Npm; address: Address }> {
  const npm = spawn('npm', args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  while (!output.includes('\n')) await once(npm.stdout, 'data');
  assert.equal(output.trim().split('\n').length, 1, 'more than one line');
  return { npm, address: JSON.parse(output) as Address };
}

const run = ['run', '--silent', 'sandbox', '--', '--port', '0', '--experiments', '3', '--seed', '7'];

async function listed({ url, apiKey, projectId }: Address): Promise<number> {
  const response = await fetch(`${url}/api/projects/${projectId}/experiments/`, {
    headers: { Authorization: `Bearer ${apiKey}` },
  });
  return ((await response.json()) as { count: number }).count;
}

/** Nobody listens any more. */
async function isGone({ url }: Address): Promise<boolean> {
  for (const end = Date.now() + 5_000; Date.now() < end;) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (!answered) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

describe('the sandbox server, end to end', function () {
  this.timeout(30_000);

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`answers, and ends when npm gets ${signal}`, async () => {
      const { npm, address } = await start(run);
      assert.equal(await listed(address), 3);
      npm.kill(signal);
      await once(npm, 'exit');
      assert.ok(await isGone(address));
    });
  }

  it('ends when its parent is gone', async () => {
    const { npm, address } = await start(run);
    assert.equal(await listed(address), 3);
    // Nobody can pass this signal on.
    npm.kill('SIGKILL');
    await once(npm, 'exit');
    assert.ok(await isGone(address), 'the server lives on');
  });
});
