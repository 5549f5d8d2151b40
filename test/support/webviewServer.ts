import { createServer, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelDocument } from '../../src/ui/panel/panelDocument';
import { panelOf } from '../../src/shared/panelTabs';
import { buildScenario } from '../webview/states';
import { projectRoot } from './paths';

export interface WebviewServer {
  /** Shows a state of the panel: `<url>?state=<name>&theme=<name>`. */
  readonly url: string;
  readonly close: () => void;
}

/** What the host writes into the document of each kind of page. */
const firstWords = {
  experiment: { name: 'Checkout call to action', status: 'Running' },
  stats: { name: 'Experiment statistics', status: 'Fernwood Shop' },
  flags: { name: 'Flags for experiments', status: 'Fernwood Shop' },
} as const;

const files: Readonly<Record<string, { readonly path: string; readonly type: string }>> = {
  '/panel.js': { path: 'dist/webview/panel.js', type: 'text/javascript' },
  '/harness.js': { path: 'dist/test/webview/harness.js', type: 'text/javascript' },
  '/panel.css': { path: 'media/panel.css', type: 'text/css' },
};

/** Serves the built panel with a stub host in place of VS Code, under the content security policy of the real one. */
export async function startWebviewServer(): Promise<WebviewServer> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const file = files[pathname];
    if (pathname === '/')
      send(
        response,
        'text/html',
        documentOf(`http://${request.headers.host}`, searchParams.get('state') ?? 'running-won'),
      );
    else if (file) send(response, file.type, readFileSync(join(projectRoot, file.path)));
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The webview server has no address.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' })
    .end(body);
}

function documentOf(source: string, stateName: string): string {
  const { panel } = buildScenario(stateName, 0);
  return panelDocument({
    source,
    styleUri: `${source}/panel.css`,
    scriptUris: [`${source}/harness.js`, `${source}/panel.js`],
    state: panelOf(panel),
    palette: 'colorblind',
    verdict: '',
    ...firstWords[panel.kind],
  });
}
