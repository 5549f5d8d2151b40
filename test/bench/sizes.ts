import { statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/paths';
import { figure, type Figure } from './measure';

const bundles: readonly (readonly [file: string, what: string, budgetKb?: number])[] = [
  ['dist/extension.js', 'eager', 100],
  ['dist/client.js', 'with the first session'],
  ['dist/code.js', 'with the first look at the code'],
  ['dist/indexWorker.js', 'the same, on its own thread'],
  ['dist/net.js', 'on the first request'],
  ['dist/ui.js', 'on the first command'],
  ['dist/sandbox.js', 'on sample data'],
  ['dist/browser/extension.js', 'browser host, all in one'],
  ['dist/webview/panel.js', 'panel', 380],
];

export function measureSizes(): Figure[] {
  return bundles.map(([file, what, budgetKb]) =>
    figure(`size: ${file} (${what})`, 'KB', [statSync(join(projectRoot, file)).size / 1000], budgetKb),
  );
}
