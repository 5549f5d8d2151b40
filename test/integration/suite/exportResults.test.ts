import assert from 'node:assert/strict';
import { commands, env, extensions, Uri, workspace } from 'vscode';
import type { TestApi } from '../../../src/extension';
import { idOfFlag, openSampleProject } from './sampleProject';

/** One pixel. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('taking results along (exportResults)', () => {
  const proposed: string[] = [];
  let file: Uri | undefined;
  let id: number;

  before(async () => {
    await openSampleProject();
    const api = extensions.getExtension<TestApi>('experiment-lens.experiment-lens')?.exports;
    assert.ok(api);
    api.replaceAskWhere(async ({ fileName }) => {
      proposed.push(fileName);
      return file;
    });
    id = await idOfFlag('express-pay');
  });
  beforeEach(() => {
    proposed.length = 0;
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    file = Uri.joinPath(folder.uri, 'exported results');
  });
  afterEach(async () => {
    if (file) await workspace.fs.delete(file).then(undefined, () => undefined);
  });

  const run = (argument: unknown) => commands.executeCommand('experimentLens.exportResults', argument);
  const written = async () => Buffer.from(await workspace.fs.readFile(file ?? Uri.file('/'))).toString();

  it('copies a table with its caveats', async () => {
    assert.deepEqual(await run({ id, to: 'clipboard' }), { id });
    const text = await env.clipboard.readText();
    assert.match(text, /^### Express payment on the product page — Ended /);
    assert.match(text, /\| Metric \(goal\) \| Variant \| Value \|/);
    assert.match(text, /Bayesian 95%|Frequentist 95%/);
  });

  it('writes CSV and JSON to the file that was chosen', async () => {
    assert.deepEqual(await run({ id, to: 'csv' }), { id, file: file?.toString() });
    assert.match(proposed[0] ?? '', /^express-pay results \d{4}-\d\d-\d\d\.csv$/);
    assert.match(await written(), /^experiment_id,experiment,.*\r\n\d+,Express payment/);
    await run({ id, to: 'json' });
    const json = JSON.parse(await written()) as { experiment: { id: number }; metrics: unknown[] };
    assert.equal(json.experiment.id, id);
    assert.ok(json.metrics.length > 0);
  });

  it('writes nothing when the person leaves the dialog', async () => {
    file = undefined;
    assert.equal(await run({ id, to: 'csv' }), undefined);
    assert.equal(proposed.length, 1);
  });

  it('writes a picture of the panel, and nothing that is none', async () => {
    await run({ id, to: 'png', picture });
    const bytes = await workspace.fs.readFile(file ?? Uri.file('/'));
    assert.equal(Buffer.from(bytes).toString('base64'), picture.split(',')[1]);
    for (const odd of [undefined, 'data:image/png;base64,AAAA', '<svg>'])
      assert.ok('refused' in Object(await run({ id, to: 'png', picture: odd })));
    assert.equal(proposed.length, 1);
  });

  it('says so when there are no results yet', async () => {
    const { id: draft } = (await commands.executeCommand<{ id: number } | undefined>(
      'experimentLens.createExperiment',
      { name: 'Nothing yet', flagKey: `nothing-yet-${Date.now()}` },
    )) ?? { id: 0 };
    assert.deepEqual(await run({ id: draft, to: 'csv' }), { refused: '“Nothing yet” has no results yet.' });
    await run({ id: draft, to: 'clipboard' });
    assert.match(await env.clipboard.readText(), /^### Nothing yet — Draft/);
  });
});
