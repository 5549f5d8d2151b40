import { parseArgs } from 'node:util';
import { copyWorkspace } from './copyWorkspace';
import { findOnPath } from './findBrowser';
import { hasDisplay, openInBrowser } from './openInBrowser';
import { projectRoot } from './paths';
import { aborted, runProgram } from './runProgram';
import { runDesktop } from './runDesktop';
import { startSandbox } from './startSandbox';
import { startWorkbench } from './startWorkbench';

const usage = `npm run demo -- [options]

Opens VS Code with this extension, signed in to a sandbox with sample data. Ctrl-C ends it all.

  --desktop         in the desktop VS Code on PATH (the default where there is one and a display)
  --browser         in the browser
  --port <number>   the port of VS Code in the browser (default: a free one)
  --no-open         print the address only
  --theme <name>    a colour theme, such as "Default High Contrast"`;

const options = {
  desktop: { type: 'boolean' },
  browser: { type: 'boolean' },
  port: { type: 'string', default: '0' },
  open: { type: 'boolean', default: hasDisplay() },
  theme: { type: 'string' },
  help: { type: 'boolean' },
} as const;

runProgram(async (signal) => {
  const { values: flags } = parseArgs({ options, allowNegative: true });
  if (flags.help) {
    console.log(usage);
    return 0;
  }
  const code = flags.browser ? undefined : findDesktop();
  if (flags.desktop && !code)
    throw new Error('There is no "code" on PATH. Leave out --desktop to use the browser.');
  const settings = flags.theme ? { 'workbench.colorTheme': flags.theme } : {};

  console.error('Starting a sandbox with sample data ...');
  await using sandbox = await startSandbox();
  await using workspace = await copyWorkspace();
  const { env } = sandbox;
  if (code && (flags.desktop || hasDisplay())) {
    console.error('Starting VS Code. Close its window or press Ctrl-C here to end the demo.');
    await runDesktop({ code, workspace: workspace.path, env, settings, signal });
    return 0;
  }
  console.error('Starting VS Code for the browser ...');
  const port = portNumber(flags.port);
  await using workbench = await startWorkbench({ installed: projectRoot, env, settings, port, signal });
  const url = workbench.urlOf({ workspace: workspace.path });
  console.log(url);
  if (flags.open) openInBrowser(url);
  console.error('Open this address in a browser. Ctrl-C ends the demo.');
  await Promise.race([aborted(signal), workbench.exited]);
  return signal.aborted ? 0 : 1;
});

/** The `code` command, which on Windows is a batch file that cannot be started like a program. */
function findDesktop(): string | undefined {
  return process.platform === 'win32' ? undefined : findOnPath(['code']);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${text} is not a port.`);
  return port;
}
