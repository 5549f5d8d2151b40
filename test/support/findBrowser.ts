import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './childProcess';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const advice =
  'No Chromium was found: install chromium or google-chrome, or set CHROMIUM to the path of its executable.';

/**
 * The path of a Chromium: the CHROMIUM environment variable, else one on PATH, else, for root on Debian,
 * the distribution's package, which is installed. Throws a sentence that says what to do when there is none.
 */
export async function findBrowser(signal?: AbortSignal): Promise<string> {
  const chosen = process.env['CHROMIUM'];
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CHROMIUM names no executable: ${chosen}`);
    return chosen;
  }
  const found = findInstalled();
  if (found) return found;
  if (!isRootOnDebian()) throw new Error(advice);
  await installOnDebian(signal);
  const installed = findInstalled();
  if (!installed) throw new Error(advice);
  return installed;
}

/** The path of the first of these programs that is on PATH. */
export function findOnPath(programs: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function findInstalled(): string | undefined {
  return findOnPath(names) ?? [macChrome].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRootOnDebian(): boolean {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

async function installOnDebian(signal?: AbortSignal): Promise<void> {
  console.error('Installing chromium with apt-get (once, about a minute) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, ...(signal && { signal }) };
  await runCommand('apt-get', ['update'], options);
  const { exitCode, output } = await runCommand(
    'apt-get',
    ['install', '--yes', '--no-install-recommends', 'chromium'],
    options,
  );
  if (exitCode !== 0) throw new Error(`apt-get could not install chromium:\n${output}`);
}
