import Mocha from 'mocha';
import { join } from 'node:path';
import { format } from 'node:util';
import { runMochaInHost } from '../mochaInHost';

/** VS Code calls this in the extension host of a window with several folders; rejecting fails the run. */
export function run(): Promise<void> {
  return runMochaInHost(Mocha, () => void require(join(__dirname, 'projects.test.js')), format);
}
