import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  type DocumentLink,
  type Hover,
  type Location,
  MarkdownString,
  Uri,
  window,
  workspace,
} from 'vscode';
import { editorParts, eventually, idOfFlag, lensTitles, openSampleProject } from '../suite/sampleProject';

/** Each folder says which project it is of; the sample project is the shop's. */
const folderNames = ['shop', 'wholesale'] as const;

function fileIn(name: (typeof folderNames)[number]): Uri {
  const folder = workspace.workspaceFolders?.find((each) => each.name === name);
  assert.ok(folder, `no folder ${name}`);
  return Uri.joinPath(folder.uri, 'page.ts');
}

const documentIn = async (name: (typeof folderNames)[number]) => workspace.openTextDocument(fileIn(name));

describe('A window with the folders of two projects', () => {
  before(openSampleProject);

  it('has both of them', () => {
    assert.deepEqual(
      workspace.workspaceFolders?.map(({ name }) => name),
      [...folderNames],
    );
  });

  it('says in each folder what its own project knows, and no more', async () => {
    const { flags } = await editorParts();
    const [own, other] = [await documentIn('shop'), await documentIn('wholesale')];
    assert.equal(own.getText(), other.getText());
    assert.equal((await lensTitles(own)).length, 1);
    assert.deepEqual(await lensTitles(other), []);
    assert.equal(flags.lookAt(own)?.otherProjectId, undefined);
    assert.equal(flags.lookAt(other)?.otherProjectId, 7200);
  });

  it('says in a hover which project the code belongs to, and offers to select it', async () => {
    const document = await documentIn('wholesale');
    await lensTitles(document);
    const at = document.positionAt(document.getText().indexOf('newsletter-popup') + 2);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const texts = hovers
      .flatMap(({ contents }) => contents)
      .flatMap((each) => (each instanceof MarkdownString ? each.value : []));
    const ours = texts.find((text) => text.includes('belongs to project 7200')) ?? '';
    assert.match(ours, /command:experimentLens\.selectProject/);
    assert.doesNotMatch(ours, /Running/);
  });

  it('leads from a key to its experiment and its places in its own project alone', async () => {
    const at = async (name: (typeof folderNames)[number]) => {
      const document = await documentIn(name);
      await lensTitles(document);
      const place = document.positionAt(document.getText().indexOf('newsletter-popup') + 2);
      const ask = async (kind: string): Promise<string[]> => {
        const found = await commands.executeCommand<Location[]>(
          `vscode.execute${kind}Provider`,
          document.uri,
          place,
        );
        return found.map(({ uri }) =>
          uri.scheme === 'experiment-lens' ? 'experiment' : (uri.path.split('/').at(-2) ?? ''),
        );
      };
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      return {
        definitions: await ask('Definition'),
        references: await ask('Reference'),
        links: links.filter(({ target }) => target?.scheme === 'command').length,
      };
    };
    assert.deepEqual(await at('shop'), { definitions: ['experiment'], references: ['shop'], links: 1 });
    assert.deepEqual(await at('wholesale'), { definitions: [], references: ['wholesale'], links: 0 });
  });

  it('writes no check of the open project into code of another one', async () => {
    const id = await idOfFlag('newsletter-popup');
    await window.showTextDocument(await documentIn('wholesale'));
    const result = await commands.executeCommand('experimentLens.insertFlagCheck', { id, variants: [] });
    assert.match(JSON.stringify(result), /refused.*belongs to project 7200/);
  });

  it('lists in its view the flags of the active file, and none of another project', async () => {
    const { fileView } = await editorParts();
    await window.showTextDocument(await documentIn('shop'));
    await eventually('the flag is listed', () => fileView.getChildren().length === 1);
    await window.showTextDocument(await documentIn('wholesale'));
    await eventually('no flag is listed', () => fileView.getChildren().length === 0);
  });

  it('obeys a setting of one folder in that folder', async () => {
    const document = await documentIn('shop');
    const settings = workspace.getConfiguration('experimentLens', document);
    await settings.update('codeLens.show', 'off', ConfigurationTarget.WorkspaceFolder);
    assert.deepEqual(await lensTitles(document), []);
    await settings.update('codeLens.show', undefined, ConfigurationTarget.WorkspaceFolder);
    assert.equal((await lensTitles(document)).length, 1);
  });
});
