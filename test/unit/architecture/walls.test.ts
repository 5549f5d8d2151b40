import assert from 'node:assert/strict';
import { sourcesBelow, textOf } from './projectFiles';
import { importsOf, type Import } from './imports';

interface Rule {
  /** Folders or files of the project, beside the room itself. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const plain = ['src/shared', 'src/core', 'src/code', 'src/sandbox'];

/** What each room may import, and what it is called: the folder, or the file without its ending. */
const rules: Readonly<Record<string, Rule>> = {
  'src/shared': { rooms: [], packages: [] },
  'src/core': { rooms: ['src/shared'], packages: ['valibot'] },
  'src/code': { rooms: ['src/core'], packages: [] },
  'src/net': { rooms: ['src/core'], packages: ['axios'] },
  'src/sandbox': { rooms: ['src/core', 'src/shared'], packages: [] },
  // Programs are started by path; the door to one of them is the composition root's to open.
  'src/node': { rooms: [...plain, 'src/net'], packages: ['node:'] },
  // Reaches net and sandbox through what the composition root hands it.
  'src/ui': { rooms: ['src/shared', 'src/core', 'src/code'], packages: ['vscode', 'valibot'] },
  'src/extension': {
    rooms: [...plain, 'src/net', 'src/node/startIndexWorker', 'src/ui'],
    packages: ['vscode'],
  },
  webview: { rooms: ['src/shared'], packages: ['chart.js', '@vscode/webview-ui-toolkit'] },
  // Of ui a unit test sees the ids of the manifest and what of the panel runs without VS Code.
  'test/unit': {
    rooms: [...plain, 'src/net', 'src/node', 'src/ui/ids', 'src/ui/panel', 'test/support', 'webview'],
    packages: ['node:', 'mocha', 'valibot'],
  },
};

/** Each of these is behind one file, so that it can be replaced there. */
const behindOneFile = ['axios', 'chart.js', '@vscode/webview-ui-toolkit', '@vscode/test-electron'];

const isBelow = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string) => Object.keys(rules).find((room) => isBelow(path.replace(/\.ts$/, ''), room));

/** Why the import is none that the room allows, or undefined when it is. */
function wallBefore(room: string, { target, isPackage }: Import): string | undefined {
  const rule = rules[room];
  assert.ok(rule, `${room} is a room`);
  const allowed = isPackage
    ? rule.packages.some((name) => isBelow(target, name) || (name.endsWith(':') && target.startsWith(name)))
    : [room, ...rule.rooms].some((other) => isBelow(target, other));
  return allowed ? undefined : `${room} may not import ${target}`;
}

describe('The walls between the rooms', () => {
  const sources = sourcesBelow('src', 'webview', 'test/unit');

  it('stand: no import leads where its room may not', () => {
    let seen = 0;
    const broken = sources.flatMap((path) => {
      const room = roomOf(path);
      if (room === undefined) return [`${path} is in no room`];
      const imports = importsOf(path, textOf(path));
      seen += imports.length;
      return imports.flatMap((found) => {
        const wall = wallBefore(room, found);
        return wall === undefined ? [] : [`${path}: ${wall}`];
      });
    });
    assert.deepEqual(broken, []);
    assert.ok(seen > 300, `${seen} imports were read`);
  });

  it('are seen in every form of an import', () => {
    const text = [
      `import { a } from './store/store';`,
      `import type { b } from '../ui/ids';`,
      `import {`,
      `  c,`,
      `  d,`,
      `} from 'vscode';`,
      `export { e } from "node:fs";`,
      `import 'axios';`,
      `const f = await import('../net/axiosTransport');`,
      `const g = 'import nothing';`,
    ].join('\n');
    const targets = importsOf('src/core/session.ts', text).map((found) => found.target);
    assert.deepEqual(targets, [
      'src/core/store/store',
      'src/ui/ids',
      'vscode',
      'node:fs',
      'axios',
      'src/net/axiosTransport',
    ]);
    const walls = importsOf('src/core/session.ts', text).map((found) => wallBefore('src/core', found));
    assert.deepEqual(
      walls.map((wall) => wall === undefined),
      [true, false, false, false, false, false],
    );
  });

  it('tell rooms of similar names apart', () => {
    const imported = (target: string) => wallBefore('src/net', { target, isPackage: false });
    assert.equal(imported('src/core/session'), undefined);
    assert.notEqual(imported('src/coreless/session'), undefined);
    assert.notEqual(wallBefore('src/node', { target: 'nodemailer', isPackage: true }), undefined);
  });

  for (const name of behindOneFile) {
    it(`leave ${name} to one file`, () => {
      const users = sourcesBelow('src', 'webview', 'test').filter((path) =>
        importsOf(path, textOf(path)).some(({ target, isPackage }) => isPackage && isBelow(target, name)),
      );
      assert.equal(users.length, 1, users.join(', '));
    });
  }
});
