import { nothingSkipped, type Skipped } from '../code/index/fileSource';
import { parseScanArguments, type ScanArguments } from './scanArguments';
import { scanFolder } from './scanFolder';

/*
 * Finds every place below a folder where code reads a flag, for CI and for measuring:
 * `node scan.js <folder> [--keys k1,k2] [--keys-file F] [--include-dynamic] [--branches]`
 * Prints one JSON line for each, see `ScanLine`; what was left out is counted on stderr. Ends with 2 when it cannot be
 * understood.
 */

function main(args: readonly string[]): void {
  let scan: ScanArguments;
  try {
    // npm runs a script in the folder of the package, wherever it was called.
    scan = parseScanArguments(args, process.env['INIT_CWD'] ?? process.cwd());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
    return;
  }
  // Whoever reads the output may have seen enough.
  process.stdout.on('error', () => process.exit(0));
  const skipped = nothingSkipped();
  let lines = '';
  for (const line of scanFolder(scan, skipped)) lines += `${JSON.stringify(line)}\n`;
  process.stdout.write(lines);
  process.stderr.write(`${skippedText(skipped)}\n`);
}

/** `Skipped: 2 folders of packages or build output, 1 minified file, 0 files over 1 MB, 0 unreadable.` */
function skippedText({ folders, minified, tooLarge, unreadable }: Skipped): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `Skipped: ${count(folders, 'folder')} of packages or build output, ${count(minified, 'minified file')}, ${count(
    tooLarge,
    'file',
  )} over 1 MB, ${unreadable} unreadable.`;
}

main(process.argv.slice(2));
