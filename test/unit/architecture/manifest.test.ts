import assert from 'node:assert/strict';
import { contextWords } from '../../../src/core/experiment/contextWords';
import { aDraft, anEnded, anExperiment } from '../support/models';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  commandIds,
  contextKeys,
  fileViewId,
  languageIds,
  panelType,
  settings,
  viewId,
} from '../../../src/ui/ids';
import { languages } from '../../../src/code/language/languages';
import { readManifest } from './readManifest';
import { root, textOf } from './projectFiles';

const manifest = readManifest();
const { contributes } = manifest;
const menuItems = Object.values(contributes.menus).flat();
const whens = [...menuItems, ...contributes.viewsWelcome].map(({ when }) => when ?? '');

describe('The commands of the manifest', () => {
  it('are those of the code', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).toSorted(),
      Object.values(commandIds).toSorted(),
    );
    for (const [name, id] of Object.entries(commandIds)) assert.equal(id, `experimentLens.${name}`);
  });

  it('have a title and the category of the extension', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(title, /^[A-Z]/, command);
      assert.equal(category, 'Experiment Lens', command);
    }
    const titles = new Set(contributes.commands.map(({ title }) => title));
    assert.equal(titles.size, contributes.commands.length);
  });

  it('are declared wherever a menu or a welcome names them', () => {
    const declared = new Set(contributes.commands.map(({ command }) => command));
    const welcomed = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([\w.]+)/g)].map(([, id = '']) => id),
    );
    assert.ok(welcomed.length > 0);
    for (const id of [...menuItems.map(({ command }) => command), ...welcomed]) {
      assert.ok(declared.has(id), id);
    }
  });

  it('have an icon where they are drawn as one', () => {
    const drawn = menuItems.filter(({ group }) => /^(inline|navigation)\b/.test(group ?? ''));
    assert.ok(drawn.length > 0);
    for (const { command } of drawn) {
      assert.ok(contributes.commands.find((declared) => declared.command === command)?.icon, command);
    }
  });
});

describe('The views of the manifest', () => {
  it('are those of the code, in a container that exists', () => {
    const views = Object.entries(contributes.views);
    assert.deepEqual(
      views.flatMap(([, list]) => list.map(({ id }) => id)),
      [viewId, fileViewId],
    );
    const containers = Object.values(contributes.viewsContainers)
      .flat()
      .map(({ id }) => id);
    for (const [container] of views) assert.ok(containers.includes(container), container);
    for (const { view } of contributes.viewsWelcome) assert.equal(view, viewId);
  });
});

describe('The conditions of the manifest', () => {
  it('ask for the context keys of the code and the view alone', () => {
    const asked = whens.flatMap((when) => when.match(/\bexperimentLens\.[\w.]+/g) ?? []);
    assert.deepEqual(new Set(asked), new Set([...Object.values(contextKeys), viewId]));
  });

  it('ask for states that a session can be in', () => {
    const sessions = textOf('src/core/account/sessions.ts');
    const states = whens.flatMap((when) =>
      [...when.matchAll(/experimentLens\.session [!=]= (\w+)/g)].map(([, state = '']) => state),
    );
    assert.ok(states.length > 0);
    for (const state of states) assert.ok(sessions.includes(`readonly kind: '${state}'`), state);
  });

  it('ask for words that a tree item can have', () => {
    const rows = [anExperiment(), aDraft(), anEnded(), anEnded({ archived: true })];
    const known = new Set(rows.flatMap((experiment) => contextWords(experiment, true).split(' ')));
    const words = whens.flatMap((when) =>
      [...when.matchAll(/viewItem =~ (\/.*?\/)/g)].flatMap(
        ([, pattern = '']) => pattern.replaceAll('\\b', ' ').match(/\w+/g) ?? [],
      ),
    );
    assert.ok(words.length > 0);
    for (const word of words) assert.ok(known.has(word), word);
  });
});

describe('The settings of the manifest', () => {
  it('are those of the code, each with a type, a default and a description', () => {
    const { section, ...names } = settings;
    const { properties } = contributes.configuration;
    assert.deepEqual(
      Object.keys(properties).toSorted(),
      Object.values(names)
        .map((name) => `${section}.${name}`)
        .toSorted(),
    );
    for (const [name, setting] of Object.entries(properties)) {
      assert.equal(Array.isArray(setting.default) ? 'array' : typeof setting.default, setting.type, name);
      assert.ok(setting.markdownDescription ?? setting.description, name);
    }
  });
});

describe('The files of the manifest', () => {
  it('exist', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    const views = Object.values(contributes.views).flat();
    const icons = [manifest, ...containers, ...views, ...contributes.commands]
      .map(({ icon }) => icon)
      .flatMap((icon) => (typeof icon === 'object' ? Object.values(icon) : [icon ?? []]).flat())
      .filter((icon) => !/^\$\([a-z-]+\)$/.test(icon));
    assert.ok(icons.length >= 2);
    for (const icon of icons) assert.ok(existsSync(join(root, icon)), icon);
  });
});

describe('The activation events', () => {
  it('are the languages that the finder reads, links from outside and the panel that comes back', () => {
    assert.deepEqual(languageIds.toSorted(), languages.flatMap(({ ids }) => ids).toSorted());
    assert.deepEqual(
      [...manifest.activationEvents].toSorted(),
      [
        ...languageIds.map((language) => `onLanguage:${language}`),
        'onUri',
        `onWebviewPanel:${panelType}`,
      ].toSorted(),
    );
  });
});

describe('The package', () => {
  it('has the version that the changelog tells of first', () => {
    const [, version] = /^## \[?v?(\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md')) ?? [];
    assert.equal(manifest.version, version);
  });

  it('is compiled against the oldest editor it runs in', () => {
    assert.equal(manifest.engines['vscode'], `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('pins what it is built from, brings nothing along and runs nothing at its installation', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
    }
    assert.equal(manifest.dependencies, undefined);
    const hooks = /^(pre|post)?(install|prepare|prepublish|pack)$/;
    assert.deepEqual(
      Object.keys(manifest.scripts).filter((name) => hooks.test(name)),
      [],
    );
  });
});
