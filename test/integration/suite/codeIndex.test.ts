import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, extensions, Position, Range, window, workspace } from 'vscode';
import type { TestApi } from '../../../src/extension';
import type { CodeIndex } from '../../../src/ui/code/codeIndex';
import { eventually, openSampleProject, script } from './sampleProject';
import { deleteFile, fileAt, writeFile } from './workspaceFiles';

const read = (key: string) => `import posthog from 'posthog-js';\nposthog.isFeatureEnabled('${key}');\n`;

describe('The index of the code', () => {
  let index: CodeIndex;
  const settings = () => workspace.getConfiguration('experimentLens');
  const placesOf = (key: string) => index.placesOf(key).map(({ path, line }) => `${path}:${line + 1}`);
  const hasPlaces = (key: string, ...places: readonly string[]) =>
    eventually(`${key} at ${places.join(', ') || 'no place'}`, () => placesOf(key).join() === places.join());

  before('reads the sample workspace', async () => {
    await openSampleProject();
    const extension = extensions.getExtension<TestApi>('experiment-lens.experiment-lens');
    assert.ok(extension);
    index = extension.exports.code;
    index.need();
    await eventually('the code was looked through', () => index.state.kind === 'ready');
  });

  after('leaves the workspace as it was', async () => {
    for (const name of ['flagFunctions', 'index.enabled', 'index.exclude'])
      await settings().update(name, undefined, ConfigurationTarget.Global);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await deleteFile('indexed');
  });

  it('knows where a flag is read', () => {
    assert.deepEqual(
      placesOf('express-pay').map((place) => place.replace(/:\d+$/, '')),
      ['web/checkout/checkoutButton.ts'],
    );
    assert.equal(index.state.kind === 'ready' && index.state.summary.namesPostHog, true);
  });

  it('knows which code runs for which variant, after a change, too', async () => {
    const says = () =>
      (index.variantsOf('variants-known')?.branches ?? [])
        .map(({ outcomes, isNot, place }) => `${isNot ? 'not ' : ''}${outcomes.join()}:${place.line + 1}`)
        .join(' ');
    const source = (variant: string) =>
      `import posthog from 'posthog-js';\nif (posthog.getFeatureFlag('variants-known') === '${variant}') {\n  one();\n} else {\n  two();\n}\n`;
    await writeFile('indexed/variants.ts', source('test'));
    await eventually('its branches are known', () => says() === 'test:3 not test:5');
    const editor = await window.showTextDocument(fileAt('indexed/variants.ts'));
    await editor.edit((edit) => edit.replace(new Range(0, 0, 9, 0), source('blue')));
    await editor.document.save();
    await eventually('the change is known', () => says() === 'blue:3 not blue:5');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await workspace.fs.delete(fileAt('indexed/variants.ts'));
  });

  it('follows files that are created, changed, renamed and deleted', async () => {
    await writeFile('indexed/a.ts', read('created'));
    await hasPlaces('created', 'indexed/a.ts:2');
    await writeFile('indexed/a.ts', `\n${read('created')}`);
    await hasPlaces('created', 'indexed/a.ts:3');
    await workspace.fs.rename(fileAt('indexed/a.ts'), fileAt('indexed/b.ts'));
    await hasPlaces('created', 'indexed/b.ts:3');
    await workspace.fs.rename(fileAt('indexed'), fileAt('moved'));
    await hasPlaces('created', 'moved/b.ts:3');
    await workspace.fs.rename(fileAt('moved'), fileAt('indexed'));
    await hasPlaces('created', 'indexed/b.ts:3');
    await workspace.fs.delete(fileAt('indexed/b.ts'));
    await hasPlaces('created');
  });

  it('takes what is typed and not saved yet for what is true', async () => {
    await writeFile('indexed/typed.ts', read('on-disk'));
    await hasPlaces('on-disk', 'indexed/typed.ts:2');
    const editor = await window.showTextDocument(fileAt('indexed/typed.ts'));
    await editor.edit((edit) => edit.insert(new Position(2, 0), `posthog.isFeatureEnabled('typed');\n`));
    await hasPlaces('typed', 'indexed/typed.ts:3');
    await commands.executeCommand('workbench.action.files.revert');
    await hasPlaces('typed');
    await editor.edit((edit) => edit.insert(new Position(2, 0), `posthog.isFeatureEnabled('saved');\n`));
    await editor.document.save();
    await hasPlaces('saved', 'indexed/typed.ts:3');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await hasPlaces('saved', 'indexed/typed.ts:3');
  });

  it('obeys settings at once', async () => {
    await writeFile('indexed/own.ts', `isOn('by-setting');\n`);
    await settings().update('flagFunctions', ['isOn'], ConfigurationTarget.Global);
    await hasPlaces('by-setting', 'indexed/own.ts:1');
    await settings().update('index.exclude', ['**/indexed'], ConfigurationTarget.Global);
    await hasPlaces('by-setting');
    await settings().update('index.exclude', undefined, ConfigurationTarget.Global);
    await hasPlaces('by-setting', 'indexed/own.ts:1');
    await settings().update('flagFunctions', undefined, ConfigurationTarget.Global);
    await hasPlaces('by-setting');
    await settings().update('index.enabled', false, ConfigurationTarget.Global);
    await eventually('nothing is known any more', () => index.state.kind === 'idle');
    assert.deepEqual(placesOf('express-pay'), []);
    await settings().update('index.enabled', undefined, ConfigurationTarget.Global);
    await eventually('all is known again', () => placesOf('express-pay').length === 1);
  });

  it('obeys .posthog.json and .gitignore at once', async () => {
    await writeFile('indexed/web/own.ts', `isOn('by-file');\n`);
    await writeFile('indexed/web/.posthog.json', JSON.stringify({ additionalFlagFunctions: ['isOn'] }));
    await hasPlaces('by-file', 'indexed/web/own.ts:1');
    await writeFile('indexed/.gitignore', 'own.ts\n');
    await hasPlaces('by-file');
    await workspace.fs.delete(fileAt('indexed/.gitignore'));
    await hasPlaces('by-file', 'indexed/web/own.ts:1');
  });

  it('analyses a document once for each of its versions', async () => {
    const document = await script(read('open'));
    const { analyses } = index;
    assert.ok(analyses);
    const first = analyses.referencesIn(document);
    assert.deepEqual(
      first.map(({ key }) => key),
      ['open'],
    );
    assert.equal(analyses.referencesIn(document), first);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new Position(2, 0), `posthog.isFeatureEnabled('more');`));
    assert.deepEqual(
      analyses.referencesIn(document).map(({ key }) => key),
      ['open', 'more'],
    );
  });

  it('knows constants of other files in an open document', async () => {
    await writeFile('indexed/flags.ts', `export const FLAGS = { one: 'constant-one' } as const;\n`);
    await writeFile(
      'indexed/uses.ts',
      `import { FLAGS } from './flags';\n${read('x').replace(`'x'`, 'FLAGS.one')}`,
    );
    await hasPlaces('constant-one', 'indexed/flags.ts:1', 'indexed/uses.ts:3');
    const document = await workspace.openTextDocument(fileAt('indexed/uses.ts'));
    await eventually('the document knows the constant', () =>
      Boolean(index.analyses?.referencesIn(document).some(({ key }) => key === 'constant-one')),
    );
    await writeFile('indexed/flags.ts', `export const FLAGS = { one: 'constant-two' } as const;\n`);
    await eventually('the document knows its change', () =>
      Boolean(index.analyses?.referencesIn(document).some(({ key }) => key === 'constant-two')),
    );
  });

  it('forgets everything when the account leaves, and reads again for the next one', async () => {
    await commands.executeCommand('experimentLens.signOut');
    await eventually(
      'nothing is known',
      () => index.state.kind === 'idle' && placesOf('express-pay').length === 0,
    );
    await openSampleProject();
    await eventually('all is known again', () => placesOf('express-pay').length === 1);
  });
});
