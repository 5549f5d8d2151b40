import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../support/paths';
import type { EditorProbe } from './editorProbe';
import { figure, type Figure } from './measure';

const run = promisify(execFile);

/** What is shown in editors, on a file of 2,000 lines with 50 reads of flags. */
export async function measureEditor(): Promise<Figure[]> {
  const folder = join(projectRoot, 'dist/test/bench');
  const { stdout } = await run(process.execPath, [join(folder, 'editorProbe.js')], {
    env: { ...process.env, NODE_PATH: join(folder, 'twin') },
  });
  const probe = JSON.parse(stdout) as EditorProbe;
  if (probe.lenses < 40 || probe.links < 40)
    throw new Error(`Of 50 reads only ${probe.lenses} have a lens and ${probe.links} a link.`);
  const { typing, moving, hovering } = probe.requests;
  const name = 'editor, 2,000 lines';
  return [
    figure(`${name}: the finder, an edit`, 'ms', probe.finderMs),
    figure(`${name}: all providers on top of it, an edit`, 'ms', probe.providersMs, 2),
    figure(`${name}: resolving 50 lenses`, 'ms', probe.lensMs, 1),
    figure(`${name}: typing`, 'requests', [typing], 0),
    figure(`${name}: moving`, 'requests', [moving], 0),
    figure(`${name}: hovering the second time`, 'requests', [hovering], 0),
  ];
}
