import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../support/paths';
import { figure, type Figure } from './measure';

const run = promisify(execFile);
const runs = 15;
const folder = join(projectRoot, 'dist/test/bench');

/** Loads and activates the extension in a fresh process each time, on a stand-in for the vscode module. */
export async function measureStartUp(): Promise<Figure[]> {
  const results: StartUp[] = [];
  for (let index = 0; index < runs; index++) {
    const { stdout } = await run(process.execPath, [join(folder, 'startUpProbe.js')], {
      env: { ...process.env, NODE_PATH: join(folder, 'stubs') },
    });
    results.push(JSON.parse(stdout) as StartUp);
  }
  return [
    figure(
      'require of the eager bundle',
      'ms',
      results.map(({ requireMs }) => requireMs),
      8,
    ),
    figure(
      'activate, main thread',
      'ms',
      results.map(({ activateMs }) => activateMs),
      5,
    ),
  ];
}

interface StartUp {
  readonly requireMs: number;
  readonly activateMs: number;
}
