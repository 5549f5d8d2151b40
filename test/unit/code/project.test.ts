import assert from 'node:assert/strict';
import type { FileFacts } from '../../../src/code/facts';
import { findLanguageOf } from '../../../src/code/language/languages';
import { Project } from '../../../src/code/project';
import { readFacts } from '../../../src/code/readFacts';
import { changingFiles } from '../support/changingFiles';
import { readFlagSamples } from '../support/flagSamples';
import { randomNumbers } from '../support/randomNumbers';

const options = {
  knownKeys: new Set(['new-nav', 'checkout']),
  pathAliases: [{ folder: '', pattern: '@/*', targets: ['lib/*', 'src/*'] }],
};

type Random = (below: number) => number;

function createRandom(): Random {
  const numbers = randomNumbers();
  return (below) => Math.floor(numbers.next().value * below);
}

/** All that a project says. */
function said(project: Project, paths: Iterable<string>) {
  const context = [...project.contextFiles()].map(([path, { used, learned }]) => [
    path,
    used?.toSorted(),
    learned?.toSorted(),
  ]);
  return {
    references: [...paths].map((path) => [path, project.referencesIn(path)]),
    reach: [...project.reach()].toSorted(),
    context,
  };
}

function factsOf(path: string, text: string): FileFacts | undefined {
  return readFacts(text, findLanguageOf(path) ?? '');
}

/** A line less, twice, of another file, or with another word. */
function edited(text: string, other: string, random: Random): string {
  const lines = text.split('\n');
  const at = random(lines.length);
  const line = lines[at] ?? '';
  const others = other.split('\n');
  const kinds = [
    [],
    [line, line],
    [others[random(others.length)] ?? '', line],
    [line.replace(/\b[A-Za-z]\w{3,}\b/, (word) => `${word}x`)],
    [line.replace(/(['"])([\w-]+)\1/, '$1other-key$1')],
    [line.replace(/\b(\w{4,})x\b/, '$1')],
  ];
  lines.splice(at, 1, ...(kinds[random(kinds.length)] ?? []));
  return lines.join('\n');
}

function isAsNew(project: Project, texts: ReadonlyMap<string, string>, step: string): void {
  const files = [...texts].flatMap(([path, text]) => {
    const facts = factsOf(path, text);
    return facts ? [[path, facts] as const] : [];
  });
  const another = new Project(files.toReversed(), options);
  assert.deepEqual(said(project, texts.keys()), said(another, texts.keys()), step);
}

/** A project, and its files for one that is new. */
function createProject() {
  const project = new Project([], options);
  const texts = new Map<string, string>();
  const write = (path: string, text: string | undefined) => {
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
    const facts = text === undefined ? undefined : factsOf(path, text);
    if (facts) project.set(path, facts);
    else project.delete(path);
  };
  return { project, texts, write };
}

describe('A project that changes says what a new one of the same files says', () => {
  it('when files that lean on each other come, change and go', () => {
    const { project, texts, write } = createProject();
    const random = createRandom();
    const paths = Object.keys(changingFiles);
    for (let step = 0; step < 800; step++) {
      const changed = Array.from({ length: 1 + random(2) }, () => paths[random(paths.length)] ?? '');
      for (const path of changed) {
        const forms = changingFiles[path] ?? [];
        write(path, random(6) === 0 ? undefined : forms[random(forms.length)]);
      }
      isAsNew(project, texts, `step ${step}: ${changed.join(', ')}`);
    }
  });

  it('when code is edited, copied, moved and deleted', () => {
    const { project, texts, write } = createProject();
    for (const { language, idiom, files } of readFlagSamples()) {
      if (idiom.startsWith('decoy') || files.size === 1) continue;
      for (const [path, text] of files) write(`${language}/${idiom}/${path}`, text);
    }
    const random = createRandom();
    const pick = () => [...texts.keys()][random(texts.size)] ?? '';
    for (let step = 0; step < 60; step++) {
      const path = pick();
      const text = texts.get(path) ?? '';
      const kind = random(10);
      if (kind <= 1) write(path, undefined);
      if (kind === 1) write(path.replace(/(\w+)(\.\w+)$/, '$1New$2'), text);
      if (kind === 2) write(`${pick().replace(/[^/]+$/, '')}${path.slice(path.lastIndexOf('/') + 1)}`, text);
      if (kind > 2) write(path, edited(text, texts.get(pick()) ?? '', random));
      isAsNew(project, texts, `step ${step}: ${kind} ${path}`);
    }
  });
});
