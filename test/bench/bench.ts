import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resultsFolder } from '../support/paths';
import { runProgram } from '../support/runProgram';
import { measureCalibration } from './calibration';
import { measureCodeIndex } from './codeIndex';
import { measureFinder } from './finder';
import { measureList } from './list';
import { measureEditor } from './editor';
import type { Figure } from './measure';
import { measurePanel } from './panel';
import { measureRequests } from './requests';
import { measureSizes } from './sizes';
import { measureSnapshot } from './snapshot';
import { measureStartUp } from './startUp';
import { measureWorkbench } from './workbench';

// Prints one table and writes test-results/bench.json. A figure over its budget is marked, and fails nothing: other
// work on the machine may be the reason, which the calibration line tells.
runProgram(async () => {
  const figures: Figure[] = [];
  for (const measure of [
    measureCalibration,
    measureSizes,
    measureStartUp,
    measureList,
    measureRequests,
    measureFinder,
    measureCodeIndex,
    measurePanel,
    measureSnapshot,
    measureWorkbench,
    measureEditor,
  ]) {
    figures.push(...(await measure()));
  }
  console.log(table(figures));
  await mkdir(resultsFolder, { recursive: true });
  await writeFile(
    join(resultsFolder, 'bench.json'),
    JSON.stringify({ node: process.version, figures }, null, 2),
  );
  return 0;
});

function table(figures: readonly Figure[]): string {
  const number = (value: number) => value.toFixed(value < 100 ? 2 : 0);
  const rows = figures.map((each) => [
    each.name,
    `${number(each.median)} ${each.unit}`,
    each.runs === 1 ? '' : `${number(each.min)} to ${number(each.max)}`,
    each.runs === 1 ? '' : String(each.runs),
    each.budget === undefined ? '' : `${each.budget} ${each.median > each.budget ? 'EXCEEDED' : 'ok'}`,
  ]);
  const all = [['what', 'median', 'spread', 'runs', 'budget'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
