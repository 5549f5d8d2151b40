import { Uri, workspace } from 'vscode';
import { createAxiosTransport } from '../../../src/net/axiosTransport';

// Runs in a web worker, on another origin than PostHog: the browser asks PostHog first what may be sent.
describe('PostHog over HTTP from the browser', () => {
  it('answers, because only headers are sent that it lets other origins send', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('No folder is open.');
    const written = await workspace.fs.readFile(Uri.joinPath(folder.uri, 'sandbox.json'));
    const options = JSON.parse(new TextDecoder().decode(written)) as { host: string; token: string };
    const path = '/api/personal_api_keys/@current/';
    const answer = await createAxiosTransport(options).send(
      { method: 'GET', path, template: path },
      new AbortController().signal,
    );
    if (answer.status !== 200) throw new Error(`PostHog answered ${answer.status}.`);
  });
});
