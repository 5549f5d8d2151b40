import Mocha from 'mocha';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { runMochaInHost } from './mochaInHost';

/** VS Code calls this in its extension host; rejecting fails the run. Every suite/*.test.ts is built and run. */
export function run(): Promise<void> {
  return runMochaInHost(Mocha, loadSuite, format);
}

function loadSuite(): void {
  const folder = join(__dirname, 'suite');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.test.js'))
    .toSorted()) {
    require(join(folder, file));
  }
}
