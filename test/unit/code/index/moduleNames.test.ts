import assert from 'node:assert/strict';
import { readModuleNames } from '../../../../src/code/index/moduleNames';

const namesIn = (files: Readonly<Record<string, unknown>>) =>
  readModuleNames(Object.keys(files), (path) => {
    const file = files[path];
    return typeof file === 'string' || file === undefined ? file : JSON.stringify(file);
  });

describe('Names of modules', () => {
  it('are the paths of tsconfig.json, counted from its base', () => {
    const { pathAliases } = namesIn({
      'web/tsconfig.json': { compilerOptions: { baseUrl: 'src', paths: { '@/*': ['./*', '../gen/*'] } } },
    });
    assert.deepEqual(pathAliases, [
      { folder: 'web', pattern: '@/*', targets: ['web/src/*', 'web/gen/*'] },
      { folder: 'web', pattern: '*', targets: ['web/src/*'] },
    ]);
  });

  it('are inherited from what a tsconfig.json extends, and count from there', () => {
    const { pathAliases } = namesIn({
      'tsconfig.base.json': `{ // shared
        "compilerOptions": { "paths": { "@lib/*": ["libs/*"], }, /* all */ }, }`,
      'apps/web/tsconfig.json': { extends: '../../tsconfig.base' },
    });
    assert.deepEqual(
      pathAliases.find(({ folder }) => folder === 'apps/web'),
      { folder: 'apps/web', pattern: '@lib/*', targets: ['libs/*'] },
    );
  });

  it('are the packages of a monorepo', () => {
    const { packages } = namesIn({
      'package.json': { private: true },
      'packages/flags/package.json': { name: '@shop/flags', main: './src/index.ts' },
      'packages/ui/package.json': { name: '@shop/ui' },
    });
    assert.deepEqual(packages, [
      { name: '@shop/flags', folder: 'packages/flags', main: 'src/index.ts' },
      { name: '@shop/ui', folder: 'packages/ui' },
    ]);
  });

  it('come with frameworks, the nearest folder first', () => {
    const { pathAliases } = namesIn({ 'svelte.config.js': '', 'apps/web/nuxt.config.ts': '' });
    assert.equal(pathAliases[0]?.folder, 'apps/web');
    assert.deepEqual(pathAliases.at(-1), { folder: '', pattern: '$lib/*', targets: ['src/lib/*'] });
  });

  it('say nothing in files that are odd, or lead round in a circle', () => {
    assert.deepEqual(
      namesIn({
        'tsconfig.json': { extends: './tsconfig.json' },
        'a/tsconfig.json': '{',
        'b/tsconfig.json': '[]',
        'package.json': { name: 1 },
      }),
      { pathAliases: [], packages: [] },
    );
  });
});
